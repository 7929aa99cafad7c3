"""What every other package stands on: problems, located YAML, safe files; knows no portal."""
