"""The program's own words on the page of figures."""

from brochure.translation.labels import Label

VISITS_OUT = Label("figures.visits-out", "中国への訪問団")
VISITS_IN = Label("figures.visits-in", "中国からの訪問団")
ENTRIES = Label("figures.entries", "年表に載る出来事")
YEARS = Label("figures.years", "友好港湾の締結から（{date}現在）")
HEADS = Label("figures.heads", "うち人数の記録がある{times}で計{people}")
SPAN = Label("figures.span", "{first}年から{last}年まで")
PER_YEAR = Label("figures.per-year", "年ごとの訪問団")
OUT = Label("figures.out", "行き")
IN = Label("figures.in", "迎え")
BY_DECADE = Label("figures.by-decade", "出来事の種類と年代")
DECADE = Label("figures.decade", "{year}年代")
BASIS = Label(
    "figures.basis",
    "この頁の数字は、年表に載る出来事を種類と年ごとに数えたものです。一つの行に二つの団の名がある場合は一回として数えました。",
)
CHART_ALTERNATIVE = Label("figures.chart", "{first}年から{last}年までの訪問団の数。行き{out}、迎え{back}。")
LANES_ALTERNATIVE = Label("figures.lanes", "出来事を種類ごと、年代ごとに点で示した図。")

LABELS = (
    VISITS_OUT,
    VISITS_IN,
    ENTRIES,
    YEARS,
    HEADS,
    SPAN,
    PER_YEAR,
    OUT,
    IN,
    BY_DECADE,
    DECADE,
    BASIS,
    CHART_ALTERNATIVE,
    LANES_ALTERNATIVE,
)
