"""The program's own words on the page of the agreement."""

from brochure.translation.labels import Label

DATE = Label("agreement.date", "調印の日")
PLACE = Label("agreement.place", "調印の地")
PARTIES = Label("agreement.parties", "結んだ港")
SINCE = Label("agreement.since", "それから")
YEARS = Label("agreement.years", "{years}年（{date}現在）")

LABELS = (DATE, PLACE, PARTIES, SINCE, YEARS)
