"""What a translator says of a translation in a comment of its own: that it is a draft, or that it is approved.

Gettext knows only `fuzzy`, which tools set and take away by themselves. A comment of the translator's is the one thing
that msgmerge, Poedit, Weblate, OmegaT and Babel all keep, so a mark is its first word: `# draft`, `# 草稿 待核对`.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from brochure.patterns import pattern


class Mark(StrEnum):
    """What is said of a translation."""

    NONE = ""
    DRAFT = "draft"
    APPROVED = "approved"


WORDS: dict[Mark, tuple[str, ...]] = {
    Mark.DRAFT: ("draft", "下書き", "下訳", "草稿", "初稿", "未定稿"),
    Mark.APPROVED: ("approved", "承認", "承認済み", "校了", "定稿", "已审定", "已審定"),
}
"""The words a mark is written with, the first by ourselves."""

_FIRST_WORD = pattern(r"[\s\[【(（]*([^\s:：,，、。\]】)）]+)")


def mark_of(comments: Iterable[str]) -> Mark:
    """What the comments of an entry say of it; a draft is a draft whatever else is said."""
    found = {_mark(comment) for comment in comments}
    return Mark.DRAFT if Mark.DRAFT in found else Mark.APPROVED if Mark.APPROVED in found else Mark.NONE


def marked(comments: Iterable[str], mark: Mark) -> tuple[str, ...]:
    """The comments with this mark and no other."""
    rest = tuple(comment for comment in comments if _mark(comment) is Mark.NONE)
    return (WORDS[mark][0], *rest) if mark is not Mark.NONE else rest


def _mark(comment: str) -> Mark:
    found = _FIRST_WORD.match(comment)
    word = found[1].lower() if found else ""
    return next((mark for mark, words in WORDS.items() if word in words), Mark.NONE)
