"""The program's own words on a locator map."""

from brochure.translation.labels import Label

PLACES: dict[str, Label] = {
    "sapporo": Label("map.sapporo", "札幌"),
    "tokyo": Label("map.tokyo", "東京"),
    "beijing": Label("map.beijing", "北京"),
    "shenyang": Label("map.shenyang", "瀋陽"),
    "dalian": Label("map.dalian", "大連"),
    "japan-sea": Label("map.japan-sea", "日本海"),
    "yellow-sea": Label("map.yellow-sea", "黄海"),
    "bohai": Label("map.bohai", "渤海"),
    "okhotsk-sea": Label("map.okhotsk-sea", "オホーツク海"),
    "pacific": Label("map.pacific", "太平洋"),
}
"""By the keys of `layout.map`."""

POSITION = Label("map.position", "北緯{latitude}度　東経{longitude}度")
DISTANCE = Label("map.distance", "二つの市は直線でおよそ{distance}km。点線は海の道を模式的に示したものです。")
ALTERNATIVE = Label("map.alternative", "北東アジアの地図。{first}と{second}の位置と、二つの港を結ぶ海の道。")

LABELS = (*PLACES.values(), POSITION, DISTANCE, ALTERNATIVE)
