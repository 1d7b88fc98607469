"""Every kind of entry has a name, in every language, of its own."""

from __future__ import annotations

import pytest

from brochure.content.exchange import Kind
from brochure.pages.entry_kinds import KINDS, LABELS
from pages.setting import KANA, LANGUAGES, exchange, setting


def test_every_kind_an_author_can_write_has_a_name() -> None:
    assert set(KINDS) == {kind.value for kind in Kind}
    assert {entry.kind for entry in exchange().timeline} <= set(KINDS)


def test_the_names_are_offered_to_translators_in_the_order_of_the_legend() -> None:
    assert tuple(KINDS.values()) == LABELS
    assert [label.key for label in LABELS] == [f"kind.{kind}" for kind in KINDS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_kinds_share_a_name_in_any_language(language: str) -> None:
    own = setting(language)
    names = [own.say(label) for label in LABELS]
    assert len(set(names)) == len(names)
    assert own.report.ordered() == ()
    if language != "ja":
        assert not KANA.search("".join(names))
