"""What classes are fed with: values as their fields take them, and records that know where they stand."""

from __future__ import annotations

from msgspec import field

from brochure.content.dates import PartialDate
from brochure.content.identity import Id
from brochure.content.text import Text
from brochure.diagnostics import Report, Span
from brochure.source.model import Model, changed
from brochure.source.reader import read_yaml
from brochure.source.validate import validate


class Point(Model):
    x: float = 0.5
    note: str = ""


class Item(Model):
    id: Id
    was: Id = ""
    date: PartialDate | None = None
    text: Text | None = None
    points: tuple[Point, ...] = ()


class Sample(Model):
    id: Id
    was: Id = ""
    count: int = 0
    is_open: bool = False
    words: tuple[str, ...] = ()
    point: Point = Point()
    named: dict[str, Point] = field(default_factory=dict[str, Point])
    items: tuple[Item, ...] = ()


def read(text: str) -> tuple[Sample | None, list[str]]:
    report = Report()
    node = read_yaml(text, "a.yaml", report)
    assert node is not None
    record = validate(Sample, node, report, key="samples.port")
    return record, [each.code for each in report]


def test_every_field_gets_what_it_takes() -> None:
    record, codes = read(
        'id: port\ncount: 12\nis_open: true\nwords: [港, "12"]\nitems:\n  - id: a\n    date: 1990-04\n    text: 港\n'
    )
    assert record is not None
    assert (record.count, record.is_open, record.words) == (12, True, ("港", "12"))
    assert record.items[0].date == PartialDate(1990, 4)
    assert not codes


def test_records_know_where_they_stand_wherever_they_are() -> None:
    record, _ = read(
        "id: port\npoint: {x: 0.2}\nnamed:\n  east: {x: 0.3}\n"
        "items:\n  - id: a\n    points:\n      - {x: 0.1}\n      - {x: 0.4, note: 海}\n"
    )
    assert record is not None
    assert record.span == Span("a.yaml", 1, 1, 1, 3)
    assert record.point.span == Span("a.yaml", 2, 9, 2, 10)
    assert record.named["east"].place_of("x") == Span("a.yaml", 4, 13, 4, 16)
    assert record.items[0].points[1].place_of("note") == Span("a.yaml", 9, 24, 9, 25)
    assert record.place_of("items", 0, "points", 0) == Span("a.yaml", 8, 10, 8, 11)
    moved = changed(record, count=3)
    assert moved.span == record.span


def test_what_is_left_out_is_the_classs_own_and_stands_nowhere() -> None:
    record, codes = read("id: port\npoint:\nnamed: ~\nitems: null\ncount:\n")
    assert record is not None
    assert (record.point, record.point.span) == (Point(), None)
    assert (record.named, record.items, record.count) == ({}, (), 0)
    assert not codes


def test_texts_follow_a_rename() -> None:
    record, _ = read("id: port\nwas: quay\nitems:\n  - id: a\n    text: 港\n  - id: b\n    was: c\n    text: 海\n")
    assert record is not None
    texts = [item.text for item in record.items]
    assert [text and (text.key, text.former) for text in texts] == [
        ("samples.port.items.a.text", "samples.quay.items.a.text"),
        ("samples.port.items.b.text", "samples.quay.items.c.text"),
    ]


def test_items_with_one_id_are_told_wherever_they_stand() -> None:
    assert read("id: port\nitems:\n  - id: a\n  - id: a\n") == (None, ["content.duplicate-id"])
    _, codes = read("id: port\nothers:\n  - id: a\n  - id: a\n")
    assert sorted(codes) == ["content.duplicate-id", "content.unknown-key"]


def test_what_no_field_takes_is_told_once() -> None:
    _, codes = read(
        "id: port\ncount: 012\nis_open: yes\nwords: 港\nitems:\n  - id: a\n    date: 平成2年\n  - text: 港\n"
    )
    assert sorted(codes) == ["content.bad-date", "content.missing-key", *["content.wrong-type"] * 3]


def test_a_number_as_long_as_a_page_is_a_mistake_of_the_author() -> None:
    record, codes = read(f"id: port\ncount: {'9' * 5000}\n")
    assert record is None
    assert codes == ["content.wrong-type"]
