"""Typefaces: where the font files are, what they cover, their metrics, and which face steps in for another."""
