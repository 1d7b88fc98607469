"""Chinese as written in Taiwan."""

from brochure.languages.language import Dates, Language
from brochure.languages.numbers import by_taiwans_ten_thousands
from brochure.typesetting.conventions import TAIWAN

TRADITIONAL_CHINESE = Language(
    tag="zh_TW",
    bcp47="zh-TW",
    own_name="繁體中文",
    conventions=TAIWAN,
    counters={
        "people": "{number}人",
        "times": "{number}次",
        "months": "{number}個月",
        "days": "{number}天",
        "years": "{number}年",
    },
    units={
        "km": "{number}公里",
        "m": "{number}公尺",
        "km²": "{number}平方公里",
        "ha": "{number}公頃",
        "t": "{number}公噸",
        "℃": "{number}℃",
    },
    seasons={"spring": "春", "summer": "夏", "autumn": "秋", "winter": "冬"},
    separator="、",
    titled="{title}{name}",
    anniversary_form="{number}週年",
    nth_form="第{number}屆",
    dates=Dates(span="{first}至{last}"),
    large=by_taiwans_ten_thousands,
)
