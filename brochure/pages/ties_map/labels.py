"""The program's own words on the map of ties."""

from brochure.pages.map_credit import JMA
from brochure.translation.labels import Label

HERE = Label("ties.here", "北海道")
THERE = Label("ties.there", "中国")
KIND = Label("ties.kind", "結びつき")
SINCE = Label("ties.since", "締結")
MAP = Label("ties.map", "北海道の地図。中国に友好の相手がある市を塗り、番号を添える。")

LABELS = (HERE, THERE, KIND, SINCE, MAP, JMA)
