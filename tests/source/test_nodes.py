"""Nodes: what they hold is told whole, and nothing of where it stands."""

from __future__ import annotations

import pytest

from brochure.diagnostics import Report
from brochure.source.compose import compose
from brochure.source.lines import Lines
from brochure.source.nodes import Node, held


def _node(text: str) -> Node:
    node = compose(Lines.of("a.yaml", text), Report())
    assert not isinstance(node, Exception)
    assert node is not None
    return node


def test_what_holds_the_same_is_told_alike_wherever_it_stands() -> None:
    spread = "id: a\n\n# a note\npeople:\n  - 山田\nname:\n  ja: 港\n"
    assert held(_node(spread)) == held(_node("{id: a, people: [山田], name: {ja: 港}}\n"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a: ~\n", 'a: "~"\n'),
        ("a: [~]\n", 'a: ["~"]\n'),
        ("a: []\n", "a: {}\n"),
        ("a: [b]\n", "a: b\n"),
        ("a: [b, c]\n", "a: [[b, c]]\n"),
        ("a: [b]\n", "a: {b: c}\n"),
        ("a: b\nc: d\n", "c: d\na: b\n"),
    ],
)
def test_what_may_be_read_otherwise_is_told_otherwise(one: str, other: str) -> None:
    assert repr(held(_node(one))) != repr(held(_node(other)))
