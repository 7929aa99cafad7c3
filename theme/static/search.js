// Finds what readers ask for, in the index beside this page.
