"""Chinese as written on the mainland."""

from brochure.languages.language import Language
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
    area="{number}平方公里",
    separator="、",
    titled="{title}{name}",
)
