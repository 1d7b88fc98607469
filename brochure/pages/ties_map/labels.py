"""The program's own words on the map of ties."""

from brochure.pages.map_credit import JMA
from brochure.translation.labels import Label

WATERS: dict[str, Label] = {
    "japan-sea": Label("map.japan-sea", "日本海"),
    "yellow-sea": Label("map.yellow-sea", "黄海"),
    "pacific": Label("map.pacific", "太平洋"),
}
"""By the keys of `layout.map_of_ties`."""

PAIR = Label("ties.pair", "{here} ― {there}")
SINCE = Label("ties.since", "{kind}　{date}")
NOTE = Label("ties.note", "線は結びつきを示すもので、航路ではありません。")
BEYOND = Label("ties.beyond", "線は結びつきを示すもので、航路ではありません。矢印の先の相手は、地図の外にあります。")
COAST = Label("ties.coast", "海岸線：{credit}")
CREDITS = Label("ties.credits", "{coast}　{areas}")
MAP = Label("ties.map", "北東アジアの地図。北海道のまちと中国の相手を{count}本の線で結ぶ。番号は下の一覧の番号。")

LABELS = (*WATERS.values(), PAIR, SINCE, NOTE, BEYOND, COAST, CREDITS, MAP, JMA)
