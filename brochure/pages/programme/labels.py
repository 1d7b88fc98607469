"""The program's own words in a programme."""

from brochure.translation.labels import Label

SAMPLE = Label("programme.sample", "見本です。実際の日程に差し替えてください。")

LABELS = (SAMPLE,)
