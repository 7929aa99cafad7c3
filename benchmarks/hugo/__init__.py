"""The Hugo site of a portal: the same texts, parts and addresses, for measuring beside it."""
