"""What a theme orders: inks by name, faces, text styles and type areas, as data over a complete base."""
