"""Japanese."""

from brochure.languages.eras import japanese_era
from brochure.languages.language import Language
from brochure.typesetting.conventions import JIS

JAPANESE = Language(
    tag="ja",
    bcp47="ja",
    own_name="日本語",
    conventions=JIS,
    counters={
        "people": "{number}人",
        "times": "{number}回",
        "months": "{number}か月",
        "days": "{number}日間",
        "years": "{number}年",
    },
    units={
        "km": "{number} km",
        "m": "{number} m",
        "km²": "{number} km²",
        "ha": "{number} ha",
        "t": "{number} t",
        "℃": "{number}℃",
    },
    seasons={"spring": "春", "summer": "夏", "autumn": "秋", "winter": "冬"},
    separator="、",
    titled="{name}{title}",
    anniversary_form="{number}周年",
    nth_form="第{number}回",
    era_of=japanese_era,
)
