"""The author's files, read with the place of every word."""
