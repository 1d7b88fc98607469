"""Lengths of the trade in points: millimetres, Q, and back. Inside the engine every bare length is in points."""

MM = 72 / 25.4  # points in a millimetre
Q = MM / 4  # points in a kyu (級), a quarter of a millimetre


def mm(length: float) -> float:
    """Points in `length` millimetres."""
    return length * MM


def in_mm(points: float) -> float:
    """Millimetres in `points` points."""
    return points / MM
