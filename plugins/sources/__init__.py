"""The registry of sources: who published what and when, never the text itself."""
