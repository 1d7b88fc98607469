"""The program's own words on an application form."""

from brochure.translation.labels import Label

CUT = Label("membership.cut", "きりとり線")

LABELS = (CUT,)
