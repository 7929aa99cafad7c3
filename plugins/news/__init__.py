"""Which news is the latest, and which articles belong together."""
