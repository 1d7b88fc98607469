"""Deflated streams: any reader inflates them, equal bytes give equal streams, and little is left of much the same."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.pdf.deflate import MAKER, deflated


@given(st.binary(max_size=2000), st.integers(1, 12))
def test_any_reader_inflates_them(data: bytes, level: int) -> None:
    stream = deflated(data, level)
    assert type(stream) is bytes
    assert zlib.decompress(stream) == data
    assert deflated(memoryview(data), level) == stream


@pytest.mark.parametrize("level", [1, 6])
def test_little_is_left_of_what_is_much_the_same(level: int) -> None:
    words = b"".join(b"%d 0 obj << /S /P /K %d >> endobj\n" % (number, number % 7) for number in range(4000))
    assert len(deflated(words, level)) < len(words) / 5


def test_the_maker_is_told_from_others() -> None:
    name, version, level = MAKER.split()
    assert name == "libdeflate"
    assert version[0].isdigit()
    assert level.isdigit()
