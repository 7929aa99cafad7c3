"""Looks at finished pages, whatever made them: no spam, no strange code, no link astray."""
