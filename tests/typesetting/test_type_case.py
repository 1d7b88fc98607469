"""Sorts are the same whether they are cast one by one or many at once."""

from itertools import pairwise, product
from typing import Any

import pytest

from brochure.typefaces.face import Face
from brochure.typesetting import type_case
from brochure.typesetting.type_case import NOT_IN_CASE, TypeCase, beside_one_another, shaped_buffer
from typesetting.setting import library, style

COPY = "港のまつりがはじまり、町長ガ「ようこそ」——とパパ。A1km²々①・株㌢"


@pytest.mark.parametrize("is_vertical", [False, True])
@pytest.mark.parametrize("family", ["ja-gothic", "ja-mincho"])
def test_sorts_cast_together_are_those_cast_alone(family: str, is_vertical: bool) -> None:
    face = library().chain(family).main
    together, alone = (TypeCase(face, "ja", is_vertical) for _ in range(2))
    together.cast(dict.fromkeys(COPY))
    assert len(together) > 20
    assert dict(together) == {code: alone[code] for code in together}
    assert NOT_IN_CASE not in together[ord("港")] + together[ord("の")]


def test_copy_is_cast_with_one_question(monkeypatch: pytest.MonkeyPatch) -> None:
    case = TypeCase(style().text.faces.main, "ja", False)
    asked: list[str] = []

    def shaped(face: Face, text: str, *how: Any) -> Any:
        asked.append(text)
        return shaped_buffer(face, text, *how)

    monkeypatch.setattr(type_case, "shaped_buffer", shaped)
    case.cast("港の町")
    assert [case[ord(sign)] for sign in "港の町"].count(NOT_IN_CASE) == 0
    case.cast("港の山")
    assert asked == ["港の町", "山"]


def test_each_sign_is_seen_beside_each() -> None:
    found = [*pairwise(beside_one_another("のりし"))]
    assert sorted(found) == sorted(product("のりし", repeat=2))
