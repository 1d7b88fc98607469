"""The program's own words about notes, which stand on no page: what a link from a call to its note says, and back."""

from brochure.translation.labels import Label

AT_NOTE = Label("note.at-note", "注{number}")
AT_CALL = Label("note.at-call", "本文の注{number}の箇所")

LABELS = (AT_NOTE, AT_CALL)
