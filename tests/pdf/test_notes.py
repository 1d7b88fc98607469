"""Notes in a file for screens: a reference where they are called, a label before them, each leading to the other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pages.setting import bilingual, edition, project, setting
from pages.test_prose import LONG, background

from brochure.content.page_content import Mode
from brochure.drawing.frame import Placed
from brochure.edition.profiles import SCREEN
from brochure.pdf.document import write_pdf
from brochure.pdf.pictures import PictureShelf
from brochure.press.sheet import sheets
from pdf.books import WHEN, book_of
from pdf.reading import outline_of
from pdf.validators import verapdf

NOTED = (
    "海{note:一つめ。}。" + LONG * 6,
    "岸{note:二つめの{strong:注}。}です{note:三つめ。\n\nその続き。}。" + LONG * 6,
)


def _items() -> tuple[Placed, ...]:
    (page,) = background(setting("ja", 8), *NOTED)
    return page.frame.items


def _written(*pages: tuple[Placed, ...]) -> bytes:
    book = book_of(*pages)
    return write_pdf(book, sheets(book, SCREEN), SCREEN, project().library, PictureShelf(Path), WHEN)


@cache
def _opened() -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(_written(_items())))


def _links(element: Any) -> Iterator[Any]:
    kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
    for kid in kids:
        if not isinstance(kid, int):
            if kid.get("/Type") == "/OBJR":
                yield kid.Obj
            elif "/S" in kid:
                yield from _links(kid)


def _elements(element: Any, role: str) -> Iterator[Any]:
    if role == element.S:
        yield element
    kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
    for kid in kids:
        if not isinstance(kid, int) and "/S" in kid:
            yield from _elements(kid, role)


def test_a_call_is_a_reference_and_a_note_has_its_number_for_a_label() -> None:
    lines = outline_of(_opened()).split("\n")
    at = next(number for number, line in enumerate(lines) if line.strip() == "Reference")
    assert [line.strip() for line in lines[at : at + 2]] == ["Reference", "Link link='注1' '1'"]
    assert lines[at - 1].strip().startswith("P '海。")
    at = next(number for number, line in enumerate(lines) if line.strip().startswith("Note"))
    assert [line.strip() for line in lines[at : at + 3]] == [
        r"Note '\u3000一つめ。'",
        "Lbl",
        "Link link='本文の注1の箇所' '1'",
    ]
    assert [line.strip() for line in lines if line.strip().startswith("Note")] == [
        r"Note '\u3000一つめ。'",
        r"Note '\u3000二つめの注。'",
        r"Note '\u3000三つめ。その続き。'",
    ]


def test_a_call_leads_to_its_note_and_the_note_back_to_its_call() -> None:
    root = _opened().Root.StructTreeRoot.K[0]
    calls = [link for each in _elements(root, "/Reference") for link in _links(each)]
    backs = [link for each in _elements(root, "/Lbl") for link in _links(each)]
    assert len(calls) == len(backs) == 3
    for call, back in zip(calls, backs, strict=True):
        for link, other in ((call, back), (back, call)):
            x, y = float(link.Dest[2]), float(link.Dest[3])
            left, bottom, _, top = (float(edge) for edge in other.Rect)
            assert left - 0.01 <= x <= left + 1.0
            assert bottom - 0.01 <= y <= top + 10.0


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_a_file_with_notes_conforms(flavour: str, tmp_path: Path) -> None:
    bound = edition(mode=Mode.PARALLEL, languages=("ja", "zh_CN"), size="a4")
    own = bilingual("ja", "zh_CN", number=8, edition=bound)
    (parallel,) = background(own, *NOTED, mode=Mode.PARALLEL)
    path = tmp_path / "notes.pdf"
    path.write_bytes(_written(_items(), parallel.frame.items))
    assert verapdf(flavour, [path]).split()[0] == "PASS"
