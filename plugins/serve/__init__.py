"""Serves the portals on this machine while they are written: built, watched, and shown at once."""
