"""The program's own words on the page of the citizens' exchange."""

from brochure.translation.labels import Label

ENTRIES = Label("citizens.entries", "近年の市民交流から")

LABELS = (ENTRIES,)
