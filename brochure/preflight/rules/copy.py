"""The copy itself: what nobody has translated, glyphs of the wrong region, words on folds and thin spines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.diagnostics import message
from brochure.preflight.document import Document
from brochure.preflight.findings import Finding, Rule, error, warning
from brochure.preflight.geometry import MM, Box
from brochure.preflight.limits import Limits
from brochure.preflight.rules.words import set_words

_GETA = "〓"  # 下駄: stands where a character or a translation is wanting
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_KANA = re.compile(r"[\u3041-\u30fa\u30fc-\u30ff]")
_JAPANESE = re.compile(
    r"(NotoS\w+|SourceHan\w+)JP|Sans(CJK)?jp|CJKjp|SourceHan(Sans|Serif)-|HiraMin|HiraKaku|HiraginoM|HiraginoK|Hiragino(Sans|Serif)-"
    r"|YuGothic|YuMincho|Yu(Gothic|Mincho)|MS-?P?(Gothic|Mincho)|Meiryo|Kozuka|Koz(Go|Min)|IPAex|IPA(Gothic|Mincho)|Ryumin|ShinGo|BIZUD",
    re.I,
)
_CHINESE = re.compile(
    r"(NotoS\w+|SourceHan\w+)(SC|CN|TC|TW|HK)\b|CJK(sc|tc|hk)|SimSun|SimHei|NSimSun|FangSong|KaiTi|STSong|STHeiti|STKaiti"
    r"|PingFang|MicrosoftYaHei|MicrosoftJhengHei|MingLiU|FZ\w+|HanyiSong",
    re.I,
)
_MOST = 0.5  # of a page's ideographs in the other region's glyphs is no quotation any more
_GOOD_PART = 0.2  # of a file's ideographs: it speaks that region's language too
_THIN_SPINE_MM = 3.0
_NEAR_FOLD = 0.5  # points


def _untranslated(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for words in set_words(page):
            if _GETA in words.text:
                what = message("the mark 〓 stands where copy or a character is missing")
                yield error(what, page.number, words.box, words=words.text)


def _regions(document: Document, limits: Limits) -> Iterator[Finding]:
    """直, 骨 and 角 are drawn in another way in Japan than in China: the font must follow the language.

    Where Japanese and Chinese share a file, an ideograph does not say whose it is; kana does, and the words it is in.
    A file of which nobody says what languages share it is taken for shared where each region's glyphs set a good part.
    """
    spoken = {language.lower()[:2] for language in limits.languages or (document.language,)}
    if not limits.languages and spoken & {"ja", "zh"} and _is_bilingual(document):
        spoken = {"ja", "zh"}
    if not spoken & {"ja", "zh"}:
        return
    is_shared = {"ja", "zh"} <= spoken
    wrong = _CHINESE if "ja" in spoken else _JAPANESE
    for page in document.pages:
        total = foreign = 0
        boxes: list[Box] = []
        for words in set_words(page):
            if is_shared and not _KANA.search(words.text):
                continue
            count = len(_HAN.findall(words.text))
            total += count
            if count and wrong.search(words.font.name.rpartition("+")[2]):
                foreign += count
                boxes.append(words.box)
        if total and foreign > total * _MOST:
            said = message("Chinese text is set in Japanese glyph shapes")
            other = message("Japanese text is set in Chinese glyph shapes")
            yield warning(said if wrong is _JAPANESE else other, page.number, *boxes)


def _is_bilingual(document: Document) -> bool:
    """Whether Japanese and Chinese fonts each set a good part of the file's ideographs."""
    counts = {_JAPANESE: 0, _CHINESE: 0}
    for page in document.pages:
        for words in set_words(page):
            name = words.font.name.rpartition("+")[2]
            region = next((region for region in counts if region.search(name)), None)
            if region is not None:
                counts[region] += len(_HAN.findall(words.text))
    return min(counts.values()) > _GOOD_PART * sum(counts.values())


def _folds(document: Document, limits: Limits) -> Iterator[Finding]:
    """Words across a fold, or across the edge of a spine. Folds are told from the trim's left edge."""
    if not limits.folds_mm:
        return
    for page in document.pages:
        folds = limits.folds_mm[min(page.number, len(limits.folds_mm)) - 1]
        places = [page.boxes.trim.left + fold * MM for fold in folds]
        for words in set_words(page):
            if any(words.box.left < place - _NEAR_FOLD and words.box.right > place + _NEAR_FOLD for place in places):
                yield warning(message("text runs across a fold"), page.number, words.box, words=words.text)


def _spine(document: Document, limits: Limits) -> Iterator[Finding]:
    spine = limits.spine_mm
    if spine is None or spine > _THIN_SPINE_MM:
        return
    for page in document.pages:
        trim = page.boxes.trim
        middle = (trim.left + trim.right) / 2
        strip = Box(middle - spine * MM / 2, trim.bottom, middle + spine * MM / 2, trim.top)
        for words in set_words(page):
            if words.box.touches(strip) and (words.font.is_vertical or words.box.height > words.box.width):
                what = message("text on a spine of {spine} mm slips off it", spine=spine)
                yield error(what, page.number, words.box, words=words.text)


RULES = (
    Rule("copy.geta", "printers", message("translate it, or set it in a font that has the character"), _untranslated),
    Rule("copy.region", "W3C CLReq; JLReq", message("set it in a font made for its language"), _regions),
    Rule("copy.fold", "printers", message("move it into one panel"), _folds),
    Rule("copy.thin-spine", "printers (3 mm)", message("leave the spine without words"), _spine),
)
