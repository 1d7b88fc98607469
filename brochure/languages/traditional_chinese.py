"""Chinese as written in Taiwan."""

from brochure.languages.language import Language
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
    area="{number}平方公里",
    separator="、",
    titled="{title}{name}",
)
