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
    area="{number} km²",
    separator="、",
    titled="{name}{title}",
    era_of=japanese_era,
)
