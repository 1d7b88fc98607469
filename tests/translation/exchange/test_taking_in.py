"""What comes back: a row whose source has changed is refused by name, the others are taken."""

from __future__ import annotations

from brochure.translation.exchange.rows import Row
from brochure.translation.exchange.taking_in import TakenIn, taken_in
from brochure.translation.extract import SourceEntry
from brochure.translation.marks import Mark
from brochure.translation.po import PoEntry, read_po
from brochure.translation.update import filled, updated

PORT = SourceEntry("代表団9名が港を訪れる", "port")
CITY = SourceEntry("市", "city")
PARTS = SourceEntry("一。\n\n二。", "parts")


def catalog(**texts: str):
    file, _ = updated(None, [PORT, CITY, PARTS], "zh_CN")
    return filled(file, texts)[0]


def take(*rows: Row, **texts: str) -> TakenIn:
    return taken_in(catalog(**texts), [PORT, CITY, PARTS], rows)


def entry(done: TakenIn, key: str) -> PoEntry:
    return next(each for each in done.file.entries if each.key == key)


def test_a_row_whose_source_has_changed_is_refused_by_name_and_the_others_are_taken() -> None:
    done = take(
        Row("port", "代表団7名が港を訪れる", "", "代表团7人访问港口", number=2), Row("city", "市", "", "城市", number=3)
    )
    assert done.taken == ("city",)
    (refused,) = done.refused
    assert refused.code == "translation.row-changed"
    assert str(refused.message) == ("row 2: the text of “port” has changed since it was sent out: 「7名」→「9名」")
    assert (entry(done, "port").text, entry(done, "city").text) == ("", "城市")


def test_a_row_that_was_translated_otherwise_meanwhile_is_refused() -> None:
    row = Row("city", "市", "", "都市", number=2)
    done = take(row, city="城市")
    assert [each.code for each in done.refused] == ["translation.row-overtaken"]
    assert entry(done, "city").text == "城市"
    assert not take(row, city="都市").refused  # both came to the same


def test_a_row_of_no_text_and_a_row_that_comes_twice_are_told() -> None:
    done = take(
        Row("gone", "x", text="y", number=2), Row("city", "市", text="城市"), Row("city", "市", text="都市", number=4)
    )
    assert [each.code for each in done.refused] == ["translation.row-unknown", "translation.row-twice"]
    assert entry(done, "city").text == "城市"


def test_an_empty_row_says_nothing() -> None:
    done = take(Row("city", "市", "城市", "  "), city="城市")
    assert (done.taken, done.same, done.refused) == ((), 0, ())


def test_a_confirmed_translation_is_no_longer_in_doubt() -> None:
    doubtful = read_po(str(catalog(city="城市")).replace('msgctxt "city"', '#, fuzzy\n#| msgid "まち"\nmsgctxt "city"'))
    done = taken_in(doubtful, [CITY], [Row("city", "市", "城市", "城市")])
    assert done.taken == ("city",)
    assert (entry(done, "city").flags, entry(done, "city").previous) == ((), "")


def test_a_mark_is_written_and_one_in_doubt_stays_so() -> None:
    done = take(Row("city", "市", text="城市", mark=Mark.DRAFT), Row("port", PORT.source, text="?", is_fuzzy=True))
    assert entry(done, "city").comments == ("draft",)
    assert entry(done, "port").is_fuzzy


def test_an_approval_stands_where_nothing_new_is_said_and_falls_where_the_words_change() -> None:
    approved = read_po(str(catalog(city="城市")).replace('msgctxt "city"', '# approved\nmsgctxt "city"'))
    same = taken_in(approved, [CITY], [Row("city", "市", text="城市")])
    assert (same.same, entry(same, "city").comments) == (1, ("approved",))
    other = taken_in(approved, [CITY], [Row("city", "市", text="都市")])
    assert entry(other, "city").comments == ()


def test_blanks_a_cell_has_gathered_are_no_change_and_are_not_taken() -> None:
    done = take(Row("parts", "一。 \r\n\r\n二。\n", text=" 甲。\n\n乙。 \n"))
    assert not done.refused
    assert entry(done, "parts").text == "甲。\n\n乙。"
