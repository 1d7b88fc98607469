"""The program's own words on a page of greeting."""

from brochure.translation.labels import Label

SAMPLE = Label("greeting.sample", "見本です。ご本人の文章と肖像に差し替えてください。")

LABELS = (SAMPLE,)
