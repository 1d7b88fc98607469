"""Pages in reading order: their numbers and sides, what is printed on all of them, and references between them."""
