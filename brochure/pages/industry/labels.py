"""The program's own words on the page of industries."""

from brochure.translation.labels import Label

SPECIALITIES = Label("industry.specialities", "まちの味と特産")

LABELS = (SPECIALITIES,)
