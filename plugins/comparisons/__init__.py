"""Comparison tables: one dataset in two languages, with a source a cell."""
