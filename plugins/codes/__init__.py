"""The problem codes: what each one says is wrong, and how to mend it."""
