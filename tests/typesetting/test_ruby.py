"""Where readings and their characters stand over each other: W3C's rules for simple placement, and JLReq 3.3."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.typesetting.ruby import RubyBlock, RubyKind, overhang, ruby_block

MONO, GROUP, JUKUGO, PINYIN = RubyKind.MONO, RubyKind.GROUP, RubyKind.JUKUGO, RubyKind.PINYIN


def kana(*readings: str) -> list[list[int]]:
    """The clusters of readings in kana at half size: 500 each."""
    return [[500] * len(reading) for reading in readings]


def width(bases: Sequence[int], block: RubyBlock) -> int:
    return block.lead + sum(bases) + sum(block.base_gaps) + block.trail


def base_starts(bases: Sequence[int], block: RubyBlock) -> list[int]:
    """Where the bases begin, from the block's left edge."""
    steps = (base + gap for base, gap in zip(bases, block.base_gaps, strict=False))
    return list(accumulate(steps, initial=block.lead))


def ruby_starts(block: RubyBlock) -> list[int]:
    """Where the ruby's clusters begin, from the block's left edge."""
    return [block.lead + at for at in chain(*block.positions)]


@pytest.mark.parametrize(
    ("kind", "word", "readings", "wide", "bases_at", "ruby_at"),
    [
        # one kana over one kanji: (1000 - 500) / 2
        (MONO, "国", ["く"], 1000, [0], [250]),
        # five kana are 2500: the kanji is given (2500 - 1000) / 2 on either side
        (MONO, "志", ["こころざし"], 2500, [750], [0, 500, 1000, 1500, 2000]),
        # as long as the word: solid
        (GROUP, "今日", ["きょうだ"], 2000, [0, 1000], [0, 500, 1000, 1500]),
        # 3000 are free: 750 at the ends would be more than half an em
        (GROUP, "東京都庁", ["ここ"], 4000, [0, 1000, 2000, 3000], [500, 3000]),
        # 1500 are free under the reading: 375, 750, 375
        (GROUP, "三味", ["しゃみせんひき"], 3500, [375, 2125], [0, 500, 1000, 1500, 2000, 2500, 3000]),
        # りょう is wider than 料: shared over the word
        (JUKUGO, "料理", ["りょう", "り"], 2000, [0, 1000], [0, 500, 1000, 1500]),
        # each fits its own: ご is centred on 語
        (JUKUGO, "国語", ["こく", "ご"], 2000, [0, 1000], [0, 500, 1250]),
        # 500 are free, three kana: 500 * 1/6, 3/6, 5/6
        (GROUP, "流氷", ["りゅう"], 2000, [0, 1000], [83, 750, 1416]),
        # りゅうひょう are 3000 over 2000: 250, 500, 250
        (JUKUGO, "流氷", ["りゅう", "ひょう"], 3000, [250, 1750], [0, 500, 1000, 1500, 2000, 2500]),
        # one kana of a group is centred, however long the word
        (GROUP, "大和", ["や"], 2000, [0, 1000], [750]),
        # neighbours with a long reading each keep clear of the other's base: 250 + 250 between
        (MONO, "流氷", ["りゅう", "ひょう"], 3000, [250, 1750], [0, 500, 1000, 1500, 2000, 2500]),
        # a kana without a reading parts the word: こころ keeps off き, さき is not moved
        (JUKUGO, "志き先", ["こころ", "", "さき"], 3500, [250, 1500, 2500], [0, 500, 1000, 2500, 3000]),
    ],
)
def test_placement(
    kind: RubyKind, word: str, readings: list[str], wide: int, bases_at: list[int], ruby_at: list[int]
) -> None:
    bases = [1000] * len(word)
    block = ruby_block(kind, bases, kana(*readings))
    assert width(bases, block) == wide
    assert base_starts(bases, block) == bases_at
    assert ruby_starts(block) == pytest.approx(ruby_at, abs=1)  # thirds of an em are rounded
    assert [len(reading) for reading in block.positions] == [len(reading) for reading in readings]


@pytest.mark.parametrize(
    ("need", "blank", "kana_share", "over"),
    [
        (750, 500, 0, 500),  # 」志: the free half of the bracket
        (750, 0, 0, 0),  # 志を: nothing over kana
        (750, 250, 0, 250),  # ・志: the free quarter of the middle dot
        (200, 500, 0, 200),  # no more than is needed
        (750, 0, 500, 500),  # over kana where the style lets it: one em of the ruby
        (750, 500, 500, 750),
        (750, -100, 0, 0),  # a gap that was closed further than it is wide
    ],
)
def test_overhang(need: int, blank: int, kana_share: int, over: int) -> None:
    assert overhang(need, blank, kana_share) == over


def test_latin_is_never_letter_spaced() -> None:
    # "tea" over 紅茶, 3 * 250: set solid in the middle, (2000 - 750) / 2
    over = ruby_block(GROUP, [1000, 1000], [[250, 250, 250]], is_latin=[True])
    assert over.positions == ((625, 875, 1125),)
    # three kana under "cloud service" stay over it, four letters of 400 under 2000 of kana stay together
    under = ruby_block(GROUP, [400] * 4, kana("クラウド"), is_latin_base=[True] * 4)
    assert under == RubyBlock(200, 200, (0, 0, 0), ((-200, 300, 800, 1300),))
    # the end space is capped in ems of kanji; a Latin base has none: 3000 / 4
    assert ruby_block(GROUP, [4000], kana("アイ"), is_latin_base=[True]).positions == ((750, 2750),)


def test_a_word_of_kanji_under_longer_latin_is_spread() -> None:
    # 3000 over 2000: 250, 500, 250
    assert ruby_block(GROUP, [1000, 1000], [[300] * 10], is_latin=[True]).base_gaps == (500,)


@pytest.mark.parametrize("cut", [1, 2])
def test_parts_of_a_jukugo_word_at_a_line_end_are_placed_by_themselves(cut: int) -> None:
    readings = kana("りゅう", "ひょう", "かん")  # 流氷観
    for part in (readings[:cut], readings[cut:]):
        bases = [1000] * len(part)
        block = ruby_block(JUKUGO, bases, part)
        assert width(bases, block) == max(1000 * len(part), sum(map(sum, part)))
        assert block == ruby_block(MONO if len(part) == 1 else JUKUGO, bases, part)


def test_pinyin_syllables_are_centred_and_keep_a_quarter_of_their_em() -> None:
    # zhuāng 1500 and shàng 1250 over 1000 each. Half of the first reaches 250 to its right, the second 125 to its
    # left, and 125 keep them apart
    block = ruby_block(PINYIN, [1000, 1000], [[250] * 6, [250] * 5])
    assert block.base_gaps == (250 + 125 + 125,)
    assert block.positions[0][0] == -250
    assert block.positions[1][0] == 1500 - 125
    # half of the quarter is kept on the outer sides, rounded up, for the next word's reading
    assert (block.lead, block.trail) == (250 + 63, 125 + 63)


def test_a_short_syllable_lends_its_room_to_a_long_one() -> None:
    # zhuāng reaches 250 over the body of 阿, whose ā leaves 375 of it: exactly the quarter em stays between them
    assert ruby_block(PINYIN, [1000, 1000], [[250] * 6, [250]]).base_gaps == (0,)


def test_a_pinyin_word_is_one_reading_over_all_its_characters() -> None:
    # Liúméng, 7 * 250, over 2000: solid in the middle
    block = ruby_block(PINYIN, [1000, 1000], [[250] * 7])
    assert block == RubyBlock(0, 0, (0,), (tuple(range(125, 1875, 250)),))
    # zhōngguó, 8 * 250, fills the two characters: the next word is kept off
    block = ruby_block(PINYIN, [1000, 1000], [[250] * 8])
    assert (block.lead, block.trail, block.base_gaps) == (63, 63, (0,))


def test_characters_without_a_reading_need_no_room() -> None:
    assert ruby_block(PINYIN, [1000, 1000], [[], [250]]).base_gaps == (0,)
    assert ruby_block(MONO, [1000], [[]]) == RubyBlock(0, 0, (), ((),))
    assert ruby_block(GROUP, [1000], [[]]) == RubyBlock(0, 0, (), ((),))


@pytest.mark.parametrize(
    ("kind", "bases", "readings", "latin"),
    [
        (MONO, [1000], [], []),
        (JUKUGO, [1000, 1000], [[500]], []),
        (GROUP, [1000], [[500], [500]], []),
        (MONO, [], [], []),
        (MONO, [1000], [[500]], [True, False]),
        (RubyKind.BOPOMOFO, [1000], [[300]], []),
    ],
)
def test_readings_that_do_not_answer_the_characters_are_refused(
    kind: RubyKind, bases: list[int], readings: list[list[int]], latin: list[bool]
) -> None:
    with pytest.raises(ValueError, match=r"readings|bases|bopomofo"):
        ruby_block(kind, bases, readings, is_latin=latin)


bodies = st.integers(1, 2000)
clusters = st.lists(st.integers(1, 800), max_size=6)


@st.composite
def words(draw: st.DrawFn) -> tuple[RubyKind, list[int], list[list[int]], list[bool], list[bool]]:
    kind = draw(st.sampled_from([MONO, GROUP, JUKUGO, PINYIN]))
    bases = draw(st.lists(bodies, min_size=1, max_size=6))
    is_whole = kind is GROUP or (kind is PINYIN and draw(st.booleans()))
    readings = [draw(clusters) for _ in range(1 if is_whole else len(bases))]
    latin = [draw(st.booleans()) for _ in readings]
    return kind, bases, readings, latin, [draw(st.booleans()) for _ in bases]


@given(words())
def test_nothing_overlaps_and_nothing_leaves_the_block(
    word: tuple[RubyKind, list[int], list[list[int]], list[bool], list[bool]],
) -> None:
    kind, bases, readings, latin, latin_bases = word
    block = ruby_block(kind, bases, readings, is_latin=latin, is_latin_base=latin_bases)
    assert block == ruby_block(kind, bases, readings, is_latin=latin, is_latin_base=latin_bases)
    assert len(block.base_gaps) == len(bases) - 1
    assert min((block.lead, block.trail, *block.base_gaps)) >= 0
    spans = [
        (at, at + wide)
        for places, reading in zip(block.positions, readings, strict=True)
        for at, wide in zip(places, reading, strict=True)
    ]
    assert all(end <= begin for (_, end), (begin, _) in pairwise(spans))
    assert all(-block.lead <= begin and end <= width(bases, block) - block.lead for begin, end in spans)


@given(words())
def test_no_room_is_given_away(word: tuple[RubyKind, list[int], list[list[int]], list[bool], list[bool]]) -> None:
    kind, bases, readings, latin, latin_bases = word
    if kind is PINYIN or not all(readings):
        return
    block = ruby_block(kind, bases, readings, is_latin=latin, is_latin_base=latin_bases)
    over_word = max(sum(bases), sum(map(sum, readings)))
    over_each = sum(max(base, sum(reading)) for base, reading in zip(bases, readings, strict=False))
    assert width(bases, block) == (over_each if kind is MONO else over_word)


@given(bodies, clusters)
def test_mono_ruby_is_symmetric_to_a_thousandth(base: int, reading: list[int]) -> None:
    block = ruby_block(MONO, [base], [reading])
    assert abs(block.lead - block.trail) <= 1
    if reading:
        before, after = block.positions[0][0], base - block.positions[0][-1] - reading[-1]
        assert abs(before - after) <= 1


@given(st.lists(st.integers(1, 5), min_size=2, max_size=6), st.integers(1, 5))
def test_every_part_of_a_jukugo_word_is_a_word(lengths: list[int], cut: int) -> None:
    readings = [[500] * length for length in lengths]
    for part in (readings[: min(cut, len(lengths) - 1)], readings[min(cut, len(lengths) - 1) :]):
        bases = [1000] * len(part)
        block = ruby_block(JUKUGO, bases, part)
        assert width(bases, block) == max(sum(bases), sum(map(sum, part)))


@given(st.integers(1, 12), st.integers(1, 8), st.integers(300, 1000))
def test_a_group_is_symmetric_to_a_thousandth_and_shared_in_1_2_1(count: int, characters: int, size: int) -> None:
    bases = [1000] * characters
    block = ruby_block(GROUP, bases, [[size] * count])
    assert abs(block.lead - block.trail) <= 1
    starts = block.positions[0]
    ends = (starts[0], sum(bases) + sum(block.base_gaps) - starts[-1] - size)
    assert abs(ends[0] - ends[1]) <= 1
    inner = [after - before - size for before, after in pairwise(starts)]
    assert all(abs(gap - inner[0]) <= 1 for gap in inner)
    if size * count <= 1000 * characters and count > 1:
        assert ends[0] <= 500
        assert ends[0] in (500, 499) or abs(inner[0] - 2 * ends[0]) <= 2
