"""What phrases keep together whatever a model says: a number and what it counts, a name and its title, a particle.

BudouX was trained on running text and parts 兩|行 or 第|3回 now and then; an editor never does.
"""

from __future__ import annotations

import re
from functools import cache

_FIGURES = "0-9０-９"
_JAPANESE_NUMERALS = f"{_FIGURES}〇一二三四五六七八九十百千万億兆数何幾両"
_CHINESE_NUMERALS = f"{_FIGURES}〇零一二三四五六七八九十百千万萬亿億两兩几幾数數半双雙"
_IN_NUMBERS = ",.．・"

# What stands after a number: counters of several characters first, as their inside is kept together too. A single
# kanji after a number is a counter, or the number is part of a word: they hold together either way.
_JAPANESE_COUNTERS = (
    "[かカヵヶケ箇](?:月|所|国語|国|村|町|条|年|寺|店)(?:間|目)?",
    "(?:周年|年代|年度|年間|年生|年前|年後|年目|世紀|時間|日間|週間|月間|分間|番目|人目|回目|代目|丁目|行目|段階|種類)",
    "(?:平方|立方)?[ァ-ヴー]+",
    "つ目?",
    "[一-鿿](?:間|目|余り|余|ほど|以上|以下|未満|前後|ごろ|頃|ぶり)?",
)
_CHINESE_COUNTERS = (
    "(?:周年|週年|年代|年度|世纪|世紀|小时|小時|分钟|分鐘|星期|个月|個月|个人|個人|公里|公尺|公分|公斤|公顷|公頃|海里|海浬)",
    "(?:平方|立方)(?:公里|千米|公尺|米)",
    "(?:千米|厘米|毫米|千克|英里|英尺|人次|人份|百分点|美元|日元|日圓|新台幣|人民币|人民幣)",
    "[一-鿿]",
)
_LEADS = {
    "ja": """第 約 およそ 全 計 合計 満 毎 各 午前 午後 西暦 明治 大正 昭和 平成 令和 図 表 その No\\. 延べ のべ わずか
        最大 最長 標高 人口""",
    "zh": """第 约 約 近 逾 共 满 滿 每 各 上午 下午 公元 西元 民国 民國 昭和 平成 令和 图 圖 表 No\\. 大约 大約 将近
        將近 超过 超過 长达 長達""",
}
_TITLES = {
    "ja": """市長 町長 村長 知事 区長 副市長 議長 会長 副会長 理事長 社長 所長 館長 校長 園長 団長 局長 部長 課長 係長
        室長 大使 領事 総領事 総理 首相 大臣 議員 教授 博士 先生 選手 監督 主任 書記""",
    "zh": """市长 市長 副市长 副市長 县长 縣長 区长 區長 省长 省長 镇长 鎮長 知事 书记 書記 主任 主席 议长 議長 会长
        會長 副会长 副會長 理事长 理事長 社长 社長 馆长 館長 校长 校長 园长 園長 团长 團長 局长 局長 部长 部長 科长 科長
        处长 處長 大使 领事 領事 总领事 總領事 总理 總理 首相 大臣 议员 議員 教授 博士 老师 老師 先生 女士 小姐 同志
        夫妇 夫婦 夫人""",
}
_HONOURS = "さん さま 様 氏 ちゃん くん 君 殿 夫妻"
_ENCLITICS = "的了着们們吗嗎吧呢啊"  # they lean on what stands before them, as Japanese particles do
_NOT_OF_NAMES = "的了是和与與及或在由向对對给給被把让讓请請为為从從"


def bonds(text: str, language: str) -> frozenset[int]:
    """The offsets at which no phrase begins, as what stands on their two sides is one thing."""
    pattern = _pattern(language)
    held: set[int] = set()
    at = 0
    while pattern is not None and (found := pattern.search(text, at)):
        held.update(range(found.start() + 1, found.end()))
        at = max(found.end() - 1, found.start() + 1)  # a date's month and its day: one's end is the other's beginning
    return frozenset(held)


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    if language == "ja":
        names = f"[一-鿿々ァ-ヴーA-Za-z]?{_any(_TITLES['ja'])}|[一-鿿々ぁ-ヴーA-Za-z]{_any(_HONOURS)}"
        return _holding(_JAPANESE_NUMERALS, _LEADS["ja"], _JAPANESE_COUNTERS, names)
    if language in ("zh_CN", "zh_TW"):
        names = f"(?:(?![{_NOT_OF_NAMES}])[一-鿿·A-Za-z])?{_any(_TITLES['zh'])}|[一-鿿][{_ENCLITICS}]+"
        return _holding(_CHINESE_NUMERALS, _LEADS["zh"], _CHINESE_COUNTERS, names)
    return None


def _holding(numerals: str, leads: str, counters: tuple[str, ...], names: str) -> re.Pattern[str]:
    number = f"[{numerals}](?:[{numerals}{_IN_NUMBERS}]*[{numerals}])?"
    unit = f"(?:[ \u00a0\u202f]?[A-Za-zＡ-Ｚａ-ｚµμΩ℃°％%‰㎡㎞㎝㎜㎏]+|[多余餘来來几幾]?(?:{'|'.join(counters)}))"
    return re.compile(f"{_any(leads)}?{number}(?:月{number}[日号號]|{unit})?|{names}")


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"
