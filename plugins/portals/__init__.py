"""A portal: who publishes it, where, in which colours, and what it shows."""
