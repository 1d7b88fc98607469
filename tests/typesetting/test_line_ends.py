"""Where Western copy may end a line."""

from itertools import product

import pytest

from brochure.typesetting.line_ends import western_ends
from brochure.typesetting.unicode_breaks import breaks


@pytest.mark.parametrize("length", range(1, 8))
def test_years_with_dashes_end_lines_where_unicode_lets_them(length: int) -> None:
    for signs in product("9–", repeat=length):
        assert western_ends("".join(signs)) == {*breaks("".join(signs))}


def test_an_address_ends_lines_after_its_slashes() -> None:
    assert western_ends("example.org/sea/map") == {12, 16}
