"""Whose data a map of Hokkaido is drawn from, as the pages that show one print it."""

from brochure.layout.map_shapes import JMA_CREDIT
from brochure.translation.labels import Label

JMA = Label("map.jma-credit", JMA_CREDIT)
