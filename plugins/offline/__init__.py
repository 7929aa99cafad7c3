"""What readers need to read a portal without a network: its worker, and what that has to know."""
