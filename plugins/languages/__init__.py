"""The two languages of a portal: texts, dates, numbers, lists, sorting and catalogs."""
