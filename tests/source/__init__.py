"""Reading the author's files."""
