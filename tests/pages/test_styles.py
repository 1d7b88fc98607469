"""Every page type declares the text styles it sets words in: all it asks for, and no other."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import pytest
from shipped.booklet import project

from brochure import pipeline
from brochure.diagnostics import Report
from brochure.layout.styles import Style, StyleSheet
from brochure.pages import PAGE_TYPES, modes
from brochure.pages.page_type import NOTE_STYLES, TITLE_STYLES
from pages.setting import setting
from pages.test_catalogue import ORDERS, content, leniently


@cache
def asked_for() -> dict[str, frozenset[str]]:
    """The styles each page type asks for in the shipped editions and in its least order."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    current: list[str] = []
    look_up, lay_out = StyleSheet.__getitem__, modes.lay_out

    def noted(sheet: StyleSheet, name: str) -> Style:
        if current:
            found[current[-1]].add(name)
        return look_up(sheet, name)

    def laid(page_type: object, order: object, own: object) -> object:
        current.append(page_type.name)
        try:
            return lay_out(page_type, order, own)
        finally:
            current.pop()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(StyleSheet, "__getitem__", noted)
        patched.setattr(pipeline, "lay_out", laid)
        for edition in project().editions:
            for language in {"ja", edition.leads[0]} & set(edition.leads):
                pipeline.set_galleys(project(), edition, language, Report())
        for name in ORDERS:
            laid(PAGE_TYPES[name], content(name), leniently(setting(number=4)))
    return {name: frozenset(styles) - {*TITLE_STYLES, *NOTE_STYLES} for name, styles in found.items()}


@pytest.mark.parametrize("name", sorted(PAGE_TYPES))
def test_a_page_type_declares_the_styles_it_sets_words_in(name: str) -> None:
    if name == "story":  # vertical, and for children: its specimen has them
        assert asked_for()[name] <= set(PAGE_TYPES[name].styles)
        return
    assert sorted(PAGE_TYPES[name].styles) == sorted(asked_for().get(name, ()))


def test_what_is_declared_stands_in_every_theme() -> None:
    for theme in project().themes.values():
        known = set(theme.styles)
        for page_type in PAGE_TYPES.values():
            assert {*page_type.styles, *TITLE_STYLES} <= known, page_type.name
