"""The pages of a portal: each a frozen view and the template that shows it."""
