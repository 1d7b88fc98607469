"""The program's own words in the quiz."""

from brochure.translation.labels import Label

NUMBER = Label("quiz.number", "第{number}問")
ANSWERS = Label("quiz.answers", "こたえ")
SEE = Label("quiz.see", "→{page}ページ")

LABELS = (NUMBER, ANSWERS, SEE)
