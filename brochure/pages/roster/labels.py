"""The program's own words in a roster."""

from brochure.translation.labels import Label

SAMPLE = Label("roster.sample", "見本です。お名前・読み・肩書を実際のものに差し替えてください。")

LABELS = (SAMPLE,)
