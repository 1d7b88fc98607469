"""Content streams become operators: strings, nesting, inline pictures, and what is broken goes on."""

from __future__ import annotations

import pytest

from brochure.preflight.lexer import BROKEN, PATH, InlineImage, operators


def test_a_run_of_path_operators_is_one_token() -> None:
    found = list(operators(b"0 0 m 10 0 l 10 10 20 20 30 30 c h f"))
    assert found == [(PATH, [b"0 0 m 10 0 l 10 10 20 20 30 30 c h "]), ("f", [])]


def test_an_operator_that_begins_like_a_path_s_is_not_torn() -> None:
    assert list(operators(b"1 0 0 1 5 6 cm 0.5 w 1 0 0 rg")) == [
        ("cm", [1.0, 0.0, 0.0, 1.0, 5.0, 6.0]),
        ("w", [0.5]),
        ("rg", [1.0, 0.0, 0.0]),
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (rb"(a\(b\)c)", b"a(b)c"),
        (rb"(a(b(c(d)))e)", b"a(b(c(d)))e"),
        (rb"(\101\12\n\\)", b"A\n\n\\"),
        (b"(a\\\nb)", b"ab"),
        (b"<41 42 4>", b"AB@"),
        (b"()", b""),
    ],
)
def test_strings_are_unescaped(written: bytes, meant: bytes) -> None:
    assert list(operators(written + b" Tj")) == [("Tj", [meant])]


def test_arrays_and_dictionaries_nest() -> None:
    (found,) = operators(b"/Span <</MCID 3 /A [1 [2 /B#20C] (x)] /T true /N null>> BDC")
    assert found == ("BDC", ["/Span", {"/MCID": 3.0, "/A": [1.0, [2.0, "/B C"], b"x"], "/T": True, "/N": None}])


def test_an_inline_picture_may_hold_anything() -> None:
    (image,), rest = (operands for _, operands in operators(b"BI /W 3 /H 3 /CS /G /BPC 8 ID \nEI QEI f EI Q"))
    assert isinstance(image, InlineImage)
    assert image.data == b"\nEI QEI f"
    assert image.entries["/ColorSpace"] == "/DeviceGray"
    assert rest == []


def test_comments_are_passed_over() -> None:
    assert list(operators(b"q % (not a string\n1 0 0 rg % end")) == [("q", []), ("rg", [1.0, 0.0, 0.0])]


def test_what_is_broken_is_told_and_the_reading_goes_on() -> None:
    found = list(operators(b"} 1 g ) 5"))
    assert [operator for operator, _ in found] == [BROKEN, "g", BROKEN, BROKEN]
