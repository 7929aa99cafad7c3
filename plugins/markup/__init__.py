"""Markdown to sanitised HTML in pieces: plain data that any page can put together."""
