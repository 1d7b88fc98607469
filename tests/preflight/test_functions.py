"""PDF functions of all four types, at their ends and between."""

from __future__ import annotations

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Pdf, Stream

from brochure.preflight.functions import FunctionError, read_function

_PDF = Pdf.new()


def _calculator(program: bytes, outputs: int = 1) -> Any:
    return Stream(_PDF, program, FunctionType=4, Domain=Array([0, 1]), Range=Array([0, 1] * outputs))


def test_an_exponential_goes_from_one_colour_to_the_other() -> None:
    thing = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=2, C0=Array([0, 1]), C1=Array([1, 0]))
    assert read_function(thing)((0.5,)) == (0.25, 0.75)


def test_a_stitched_one_takes_the_part_its_input_lies_in() -> None:
    parts = [
        Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([low]), C1=Array([high]))
        for low, high in ((0, 1), (1, 0))
    ]
    thing = Dictionary(
        FunctionType=3,
        Domain=Array([0, 1]),
        Functions=Array(parts),
        Bounds=Array([0.5]),
        Encode=Array([0, 1, 0, 1]),
    )
    function = read_function(thing)
    assert [function((x,))[0] for x in (0, 0.25, 0.5, 1)] == [0, 0.5, 1, 0]


def test_a_table_is_blended_between_its_samples() -> None:
    entries = {"Domain": Array([0, 1]), "Range": Array([0, 1, 0, 1]), "Size": Array([2]), "BitsPerSample": 8}
    thing = Stream(_PDF, bytes((0, 255, 255, 0)), FunctionType=0, **entries)
    assert read_function(thing)((0.5,)) == pytest.approx((0.5, 0.5))


@pytest.mark.parametrize(
    ("program", "value"),
    [
        (b"{dup mul}", 0.25),
        (b"{1 exch sub}", 0.5),
        (b"{dup 0.4 gt {pop 1} {pop 0} ifelse}", 1.0),
        (b"{0.1 0.2 3 1 roll pop pop}", 0.2),
        (b"{0.9 exch 2 copy pop pop 4 div exch pop}", 0.125),
    ],
)
def test_a_program_is_run(program: bytes, value: float) -> None:
    assert read_function(_calculator(program))((0.5,)) == pytest.approx((value,))


def test_outputs_stay_in_their_range() -> None:
    assert read_function(_calculator(b"{5 mul}"))((0.5,)) == (1.0,)


@pytest.mark.parametrize("thing", [Dictionary(FunctionType=9, Domain=Array([0, 1])), Dictionary(), 5])
def test_what_is_no_function_is_said_so(thing: Any) -> None:
    with pytest.raises(FunctionError):
        read_function(thing)
