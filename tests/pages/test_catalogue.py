"""Every page type that no page of the city booklet is of: set from its least order, in every language and mode."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import convert
from msgspec.structs import replace

from brochure.content.page_content import Mode, PageContent
from brochure.content.text import Text
from brochure.drawing.frame import Anchor, items_of, text_of
from brochure.pages import PAGE_TYPES
from brochure.pages.modes import lay_out
from brochure.source.model import changed
from brochure.translation.catalogs import State
from brochure.translation.manuscript import Copy, Manuscript
from pages.least import WORD, least
from pages.setting import KANA, LANGUAGES, NUMBERS, bilingual, edition, order, project, read_runs, setting

MORE: dict[str, dict[str, Any]] = {
    "quiz": {"questions": tuple(project().booklet.quiz)[:13]},
    "inside-cover": {"text": Text("港")},
    "agreement": {"notice": "agreement"},
    "photo-spread": {
        "pictures": (
            {"id": "a", "art": "snow", "caption": Text("港")},
            {"id": "b", "art": "herring", "caption": Text("海")},
        )
    },
}
"""What a page is ordered with here beyond the least there may be."""

ORDERS = sorted(set(PAGE_TYPES) - {order(name).type for name in NUMBERS} - {"story", "spine"})
FOREIGN = {"phrasebook", "kids"}  # where words of the other side are spoken on purpose


class Lenient(Manuscript, frozen=True, eq=False):
    """A manuscript to which the tests' own words are translated as they are."""

    def read(self, text: Text, language: str) -> Copy:
        if not text.key:
            return Copy(text.source, "", language, State.SOURCE)
        return super().read(text, language)


def content(name: str) -> PageContent:
    fields = _with_texts(least(name, project().booklet)) | MORE.get(name, {})
    return convert({"id": name, "type": name, "title": Text("港"), **fields}, PAGE_TYPES[name].content)


def _with_texts(fields: Any) -> Any:
    """Least fields with every word the author would write as a text without a key."""
    if isinstance(fields, list):
        return [_with_texts(each) for each in fields]
    if isinstance(fields, dict):
        return {key: value if "ja" in fields else _with_texts(value) for key, value in fields.items()}
    return Text(fields) if fields == WORD else fields


def leniently(own: Any) -> Any:
    manuscript = own.manuscript
    lenient = Lenient(manuscript.language, manuscript.texts, manuscript.content, manuscript.labels, own.report)
    return replace(own, manuscript=lenient)


def side_of(name: str) -> int:
    return 4 if name in ("timeline-spread", "photo-spread") else 5


@pytest.mark.parametrize("name", ORDERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_set_in_its_room_without_errors(name: str, language: str) -> None:
    own = leniently(setting(language, number=side_of(name), edition=edition(size="a4")))
    page_type = PAGE_TYPES[name]
    pages = lay_out(page_type, content(name), own)
    assert page_type.least <= len(pages) <= page_type.most
    assert [each.code for each in own.report if each.code != "pages.underset"] == []
    assert own.typesetter.findings == []
    for offset, page in enumerate(pages):
        box = own.box(offset)
        for at, run in read_runs(page.frame.items):
            assert box.x - run.size <= at.x, run.text
            assert at.x + run.width <= box.right + run.size, run.text
            assert box.y < at.y <= box.bottom + 0.01, run.text
    if language != "ja" and name not in FOREIGN:
        assert KANA.findall("".join(text_of(page.frame.items) for page in pages)) == []


@pytest.mark.parametrize("name", ORDERS)
def test_a_page_is_set_in_both_languages_in_every_mode_it_declares(name: str) -> None:
    page_type = PAGE_TYPES[name]
    for mode in page_type.modes:
        number = 4 if mode is Mode.FACING else side_of(name)
        own = bilingual(
            "ja", "zh_CN", number=number, edition=edition(mode=Mode.PARALLEL, languages=("ja", "zh_CN"), size="a4")
        )
        own = replace(leniently(own), companions=tuple(leniently(each) for each in own.companions))
        ordered = changed(content(name), mode=mode)
        pages = lay_out(page_type, ordered, own)
        codes = {each.code for each in own.report} | {e.code for v in own.companions for e in v.report}
        assert codes <= {"pages.underset"}, (mode, codes)
        anchors = [i.name for page in pages for i in items_of(page.frame.items, Anchor)]
        assert len(anchors) == len(set(anchors))
        assert anchors[0] == name
