"""The program's own words in a timeline."""

from brochure.translation.labels import Label

LEADER = Label("timeline.leader", "団長 {name}")
YEARS = Label("timeline.years", "{first}–{last}年")

LABELS = (LEADER, YEARS)
