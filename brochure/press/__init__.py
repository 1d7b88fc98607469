"""Pages become sheets: paper with edges, boxes and marks, in printing order."""
