"""What layout hands to every output: units, geometry, colour, structure roles and the frame."""
