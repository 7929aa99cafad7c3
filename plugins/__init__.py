"""What the portals are built with, one package a feature; imports go downwards only."""
