"""The program's own words on the page of figures."""

from brochure.translation.labels import Label

VISITS_OUT = Label("figures.visits-out", "中国への訪問団")
VISITS_IN = Label("figures.visits-in", "中国からの訪問団")
YEARS = Label("figures.years", "友好港湾になってから")
YEARS_DETAIL = Label("figures.years-detail", "{tie}に締結\n{date}現在")
UNIT_TIMES = Label("figures.unit-times", "回")
UNIT_YEARS = Label("figures.unit-years", "年")
HEADS = Label("figures.heads", "うち{times}は人数の記録があり、計{people}")
PER_YEAR = Label("figures.per-year", "年ごとの訪問団の数")
OUT = Label("figures.out", "留萌から")
IN = Label("figures.in", "中国から")
TIE = Label("figures.tie", "友好港湾締結")
BY_KIND = Label("figures.by-kind", "出来事の種類と年")
BASIS = Label(
    "figures.basis",
    "この頁の数字は、年表に載る出来事を種類と年ごとに数えたものです。\n"
    "一つの行に二つの団の名があるときは一回と数えました。",
)
CHART_ALTERNATIVE = Label("figures.chart", "{first}年から{last}年までの訪問団の数。留萌から{out}、中国から{back}。")
LANES_ALTERNATIVE = Label("figures.lanes", "出来事の一つ一つを、種類ごとの列に、年の順に並べた図。")

LABELS = (
    VISITS_OUT,
    VISITS_IN,
    YEARS,
    YEARS_DETAIL,
    UNIT_TIMES,
    UNIT_YEARS,
    HEADS,
    PER_YEAR,
    OUT,
    IN,
    TIE,
    BY_KIND,
    BASIS,
    CHART_ALTERNATIVE,
    LANES_ALTERNATIVE,
)
