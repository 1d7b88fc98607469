"""The program's own words in the finder of municipalities."""

from brochure.pages.map_credit import JMA
from brochure.translation.labels import Label

TIE = Label("finder.tie", "●は、中国に友好の相手があるまち。名の下に、その相手を記しました。")
COUNT = Label("finder.count", "{number}市町村")
AGAIN = Label("finder.again", "{name}（つづき）")
MAP = Label("finder.map", "北海道の地図。六つの圏域を色で分け、振興局の境と名を記す。")

LABELS = (TIE, COUNT, AGAIN, MAP, JMA)
