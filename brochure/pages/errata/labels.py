"""The program's own words on an errata slip."""

from brochure.translation.labels import Label

PLACE = Label("errata.place", "箇所")
WRONG = Label("errata.wrong", "誤")
RIGHT = Label("errata.right", "正")
PAGE = Label("errata.page", "{page}ページ")

LABELS = (PLACE, WRONG, RIGHT, PAGE)
