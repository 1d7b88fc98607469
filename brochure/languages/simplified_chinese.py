"""Chinese as written on the mainland."""

from brochure.languages.language import Dates, Language
from brochure.languages.numbers import in_ten_thousands
from brochure.typesetting.conventions import GB

SIMPLIFIED_CHINESE = Language(
    tag="zh_CN",
    bcp47="zh-CN",
    own_name="简体中文",
    conventions=GB,
    counters={
        "people": "{number}人",
        "times": "{number}次",
        "months": "{number}个月",
        "days": "{number}天",
        "years": "{number}年",
    },
    units={
        "km": "{number}公里",
        "m": "{number}米",
        "km²": "{number}平方公里",
        "ha": "{number}公顷",
        "t": "{number}吨",
        "℃": "{number}℃",
    },
    seasons={"spring": "春", "summer": "夏", "autumn": "秋", "winter": "冬"},
    separator="、",
    titled="{title}{name}",
    anniversary_form="{number}周年",
    nth_form="第{number}届",
    dates=Dates(span="{first}至{last}"),
    large=in_ten_thousands,
)
