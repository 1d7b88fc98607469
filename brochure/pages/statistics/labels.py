"""The program's own words on a page of statistics."""

from brochure.translation.labels import Label

CITIES = Label("statistics.cities", "市")
TOWNS = Label("statistics.towns", "町")
VILLAGES = Label("statistics.villages", "村")
AREA = Label("statistics.area", "圏域")
OFFICES = Label("statistics.offices", "振興局")
ALL = Label("statistics.all", "計")
TIES = Label("statistics.ties", "結びつき")
BY_AREA = Label("statistics.by-area", "圏域ごとの市町村の数")
BY_YEAR = Label("statistics.by-year", "中国との結びつきの数の移りかわり")
CHART = Label("statistics.chart", "圏域ごとの市・町・村の数を帯の長さで示した図。")
STEPS = Label("statistics.steps", "{first}年から{last}年までに、結びつきが{count}になった移りかわりの図。")
WHOLE = Label("statistics.whole", "北海道全体の結びつき{count}を含みます。")
BASIS = Label("statistics.basis", "市町村と結びつきは、この冊子の一覧を数えたものです（{date}編集）。")
SOURCES = Label("statistics.sources", "結びつきの資料：{works}")

LABELS = (
    CITIES,
    TOWNS,
    VILLAGES,
    AREA,
    OFFICES,
    ALL,
    TIES,
    BY_AREA,
    BY_YEAR,
    CHART,
    STEPS,
    WHOLE,
    BASIS,
    SOURCES,
)
