"""Configurations of web servers for the releases of the portals."""
