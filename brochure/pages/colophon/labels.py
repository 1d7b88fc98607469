"""The program's own words in a colophon (奥付)."""

from brochure.translation.labels import Label

TITLE = Label("colophon.title-of-book", "書名")
DATE = Label("colophon.date", "編集")
PUBLISHER = Label("colophon.publisher", "発行")
LANGUAGE = Label("colophon.language", "言語")
SOURCES = Label("colophon.sources", "資料")
MAPS = Label("colophon.maps", "地図")
TYPEFACES = Label("colophon.typefaces", "書体")
DRAWINGS = Label("colophon.drawings", "図版")
DRAWN = Label("colophon.drawn", "プログラムで描いた図案。写真は使っていません。")
DRAWN_TOO = Label("colophon.drawn-too", "写真のほかは、プログラムで描いた図案。")
PHOTOGRAPHS = Label("colophon.photographs", "写真")
SOFTWARE = Label("colophon.software", "組版")
FIGURES = Label("colophon.figures", "数字")
AS_OF = Label(
    "colophon.as-of",
    "人口や面積などは、添えた年のものです。\n"
    "交流の出来事は、行政は{administration}まで、市民は{citizens}までを収めました。",
)
SAMPLE = Label(
    "colophon.sample",
    "見本版です。公開された資料の事実をもとに、組版の見本として作りました。\n"
    "配布の前に、発行する窓口で内容をご確認ください。",
)
QR = Label("colophon.qr", "{url}へつながる二次元コード")

LABELS = (
    TITLE,
    DATE,
    PUBLISHER,
    LANGUAGE,
    SOURCES,
    MAPS,
    TYPEFACES,
    DRAWINGS,
    DRAWN,
    DRAWN_TOO,
    PHOTOGRAPHS,
    SOFTWARE,
    FIGURES,
    AS_OF,
    SAMPLE,
    QR,
)
