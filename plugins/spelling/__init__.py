"""Faults in the letters of Vietnamese text, and what mends them."""
