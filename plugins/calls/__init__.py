"""The command line: the tasks with their options, how a call is read, and its help."""
