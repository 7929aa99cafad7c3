"""Which version of an article readers of a language see, and whether it is up to date."""
