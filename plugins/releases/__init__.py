"""Whole, signed releases of the portals: made, swapped, taken back, and verified."""
