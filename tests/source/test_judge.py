"""The two readers of an author's mapping agree: what msgspec takes pydantic finds nothing wrong with, and only that."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Meta, ValidationError, convert

import brochure
from brochure.content.clock import ClockTime
from brochure.content.dates import PartialDate
from brochure.content.text import Text
from brochure.diagnostics import Report
from brochure.source.feeding import Pass, form_of
from brochure.source.judge import problems
from brochure.source.model import Model, hints_of, is_record, is_required
from brochure.source.nodes import MappingNode
from brochure.source.reader import read_yaml
from brochure.source.words import Checked, Refused
from brochure.theme.typefaces_reader import PlaceEntry

ROOT = Path(brochure.__file__).parent
READ = ("content", "edition", "theme", "pages")

WORDS = {
    Text: "海の見える町",
    PartialDate: "1990-04",
    ClockTime: "9:30",
    str: "harbour",
    int: "3",
    float: "1.5",
    bool: "true",
    Any: "words",
}
SPELLINGS = ("harbour", "012122", "DIC 156s", "a" * 64, "package==1.0", "")
SLIPS: list[Any] = [
    "",
    "港 港",
    "12",
    "-3",
    "1e9",
    "400.5",
    "9" * 30,
    "yes",
    "false",
    "1990-13",
    [],
    ["a", "b"],
    [[]],
    {},
]
SLIPS += [{"id": "a"}, {"no": "such"}, [{"id": "a"}, {"id": "b", "text": "海"}], None]


def classes() -> list[type[Model]]:
    """Every class of records there is."""
    for room in READ:
        for path in sorted((ROOT / room).rglob("*.py")):
            if "Model" in path.read_text("utf-8"):
                import_module(".".join(("brochure", *path.relative_to(ROOT).with_suffix("").parts)))
    found, waiting = list[type[Model]](), [Model]
    while waiting:
        below = waiting.pop().__subclasses__()
        waiting += below
        found += [each for each in below if each.__module__.startswith("brochure.")]
    return sorted(set(found), key=lambda each: (each.__module__, each.__name__))


def right(hint: Any, slips: bool) -> st.SearchStrategy[Any]:
    """What may stand in a field, as JSON; with slips also in what stands inside."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        bound = next((mark for mark in parts[1:] if isinstance(mark, Meta)), Meta())
        if get_origin(parts[0]) is tuple:
            inner = right(get_args(parts[0])[0], slips)
            return st.lists(inner, min_size=bound.min_length or 0, max_size=bound.max_length or 3)
        if bound.ge is not None or bound.le is not None:
            return st.just(str(bound.le if bound.ge is None else bound.ge))
        checks = [mark.check for mark in parts[1:] if isinstance(mark, Checked)]
        return st.sampled_from([each for each in SPELLINGS if passes(each, checks, bound.pattern or "")])
    if origin in (UnionType, Union):
        return right(next(part for part in parts if part is not NoneType), slips)
    if origin is Literal:
        return st.sampled_from([str(part) for part in parts])
    if origin is tuple:
        least = 0 if parts[-1] is Ellipsis else len(parts)
        return st.lists(right(parts[0], slips), min_size=least, max_size=least or 3)
    if origin is dict:
        return st.dictionaries(st.sampled_from(["wght", "opsz"]), right(parts[1], slips), max_size=2)
    if is_record(hint):
        return written(hint, slips)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from([str(each.value) for each in hint])
    return st.just(WORDS[hint])


def passes(word: str, checks: list[Callable[[str], str]], form: str) -> bool:
    try:
        return all(check(word) == word for check in checks) and re.search(form, word) is not None
    except Refused:
        return False


def written(model: type[Model], slips: bool) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping of a class: right, or with slips in some fields."""
    if model is PlaceEntry and not slips:
        return st.just({"file": "harbour.ttf"})  # exactly one of three ways may be written
    wrong = [st.sampled_from(SLIPS)] if slips else []
    fields = {
        name: st.one_of(right(hint, slips), right(hint, slips), right(hint, slips), *wrong)
        for name, hint in hints_of(model).items()
    }
    must = {name: each for name, each in fields.items() if is_required(model, name)}
    may = {name: each for name, each in fields.items() if name not in must}
    if not slips:
        return st.fixed_dictionaries(must, optional=may)
    extra = {"no-such-key": st.sampled_from(SLIPS)}
    return st.one_of(st.fixed_dictionaries(must, optional=may), st.fixed_dictionaries({}, optional={**fields, **extra}))


def fed(model: type[Model], mapping: dict[str, Any]) -> dict[str, Any]:
    node = read_yaml(json.dumps(mapping, ensure_ascii=False), "a.yaml", Report())
    assert isinstance(node, MappingNode)
    return form_of(model).fed(node, "records.a", "records.a", Pass())


def is_taken(model: type[Model], given_to: dict[str, Any]) -> bool:
    try:
        convert(given_to, model)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("model", classes(), ids=lambda each: each.__name__)
def test_what_one_reader_takes_the_other_takes(model: type[Model]) -> None:
    seen = set[bool]()

    @settings(max_examples=80, deadline=None, derandomize=True, database=None)
    @given(st.one_of(written(model, False), written(model, True)))
    def agree(mapping: dict[str, Any]) -> None:
        taken = fed(model, mapping)
        verdict = is_taken(model, taken)
        assert verdict == (not problems(model, taken)), (mapping, problems(model, taken))
        seen.add(verdict)

    agree()
    assert seen == {True, False}


class Counted(Model):
    count: Annotated[int, Meta(ge=0, le=9)] = 1
    share: Annotated[float, Meta(gt=0, lt=1)] = 0.5


@pytest.mark.parametrize(
    "written_so", ["9", "10", "-1", "9" * 30, "-" + "9" * 30, "0", "1", "0.99", "1" + "0" * 400 + ".0"]
)
@pytest.mark.parametrize("name", ["count", "share"])
def test_they_agree_where_a_bound_is(name: str, written_so: str) -> None:
    taken = fed(Counted, {name: written_so})
    assert is_taken(Counted, taken) == (not problems(Counted, taken))


def test_what_a_field_takes_is_no_words_to_be_read_at_every_start() -> None:
    for module in {import_module(each.__module__) for each in classes()}:
        assert "annotations" not in vars(module), f"{module.__name__} leaves its annotations as words"
