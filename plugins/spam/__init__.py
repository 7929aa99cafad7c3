"""Finds injected spam in texts, a sentence at a time."""
