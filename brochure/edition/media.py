"""What an edition can be made for."""

MEDIA = ("screen", "press", "press-x4", "press-x1a", "proof")
"""Every medium a file can be made for; `press` is what the edition's preset says."""
