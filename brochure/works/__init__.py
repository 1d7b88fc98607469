"""The works: the files asked for are made, one by one or side by side; what was made before is taken again."""
