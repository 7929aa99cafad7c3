"""Pictures of the content: what they are, that they are whole, and that they hold nothing else."""
