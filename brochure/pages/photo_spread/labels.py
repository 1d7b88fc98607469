"""The program's own words beside photographs."""

from brochure.translation.labels import Label

CREDIT = Label("photo.credit", "写真　{name}")
DRAWN = Label("photo.drawn", "図案")

LABELS = (CREDIT, DRAWN)
