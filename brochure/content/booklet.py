"""The whole of an author's content, read: everything in `content/` but the editions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace

from brochure.content.checks import check_entries, check_lives
from brochure.content.exchange import Exchange
from brochure.content.overrides import check_all_references, read_overrides
from brochure.content.pictures import check_pictures
from brochure.content.references import Register
from brochure.content.shelves import FOLDERS, LISTS, Found, check_names, read_folder, read_list
from brochure.content.sound import Sound, SoundShelf, fresh
from brochure.content.text import Text, iterate_texts
from brochure.diagnostics import Diagnostic, Report, Span, error, message
from brochure.source.model import Model
from brochure.source.nodes import MappingNode

if TYPE_CHECKING:
    from brochure.content.bibliography import Evidence, Work
    from brochure.content.chronology import Event
    from brochure.content.city import City
    from brochure.content.directory import Municipality, Region, Subprefecture
    from brochure.content.kids import Character, Talk
    from brochure.content.partnership import Partnership
    from brochure.content.phrasebook import Situation
    from brochure.content.quiz import Question
    from brochure.content.records import Organisation, Person, Picture, Place
    from brochure.content.standing_matter import Comparison, Greeting, Notice, Term
    from brochure.content.story import Story
    from brochure.content.termbase import BoundTerm
    from brochure.content.visit import Programme, Roster


class Booklet(Struct, frozen=True):
    """Every record by its id, in the files' order; `register` knows the ids of those with mistakes too.

    `spoken` holds the booklets of languages in which something is otherwise; `left_out` are the records a language
    leaves out, by kind and id, with the places that say so.
    """

    cities: Mapping[str, City]
    organisations: Mapping[str, Organisation]
    people: Mapping[str, Person]
    places: Mapping[str, Place]
    pictures: Mapping[str, Picture]
    exchanges: Mapping[str, Exchange]
    stories: Mapping[str, Story]
    regions: Mapping[str, Region]
    subprefectures: Mapping[str, Subprefecture]
    municipalities: Mapping[str, Municipality]
    bibliography: Mapping[str, Work]
    evidence: Mapping[str, Evidence]
    ties: Mapping[str, Partnership]
    chronology: Mapping[str, Event]
    glossary: Mapping[str, Term]
    comparisons: Mapping[str, Comparison]
    notices: Mapping[str, Notice]
    greetings: Mapping[str, Greeting]
    programmes: Mapping[str, Programme]
    rosters: Mapping[str, Roster]
    characters: Mapping[str, Character]
    talks: Mapping[str, Talk]
    quiz: Mapping[str, Question]
    phrasebook: Mapping[str, Situation]
    termbase: Mapping[str, BoundTerm]
    register: Register = field(default_factory=lambda: Register({}))
    spoken: Mapping[str, Booklet] = field(default_factory=dict[str, "Booklet"])
    left_out: Mapping[str, Mapping[str, Span]] = field(default_factory=dict[str, Mapping[str, Span]])

    def in_(self, language: str) -> Booklet:
        """The booklet as a language has it."""
        return self.spoken.get(language, self)

    def shelves(self) -> Iterator[Mapping[str, Model]]:
        """The records of every kind, in the order the kinds are declared."""
        for kind in (*LISTS, *FOLDERS):
            yield getattr(self, kind)

    @property
    def sound(self) -> Mapping[str, SoundShelf]:
        """The shelves of which not everything has been read, by their kinds."""
        return {shelf.kind: shelf for shelf in self.shelves() if isinstance(shelf, SoundShelf)}

    def vouch(self, seen: Collection[tuple[str, str]] = ()) -> None:
        """Read what is on trust and has not been read, nor by others who have `seen` it (kind and id). Raises NotSound
        where anything is to be told."""
        for kind, shelf in self.sound.items():
            for name in shelf if shelf.on_trust else ():
                if (kind, name) not in seen:
                    _ = shelf[name]

    def read_texts(self) -> Iterator[Text]:
        """The copy of what has been read so far."""
        for shelf in self.shelves():
            for record in (shelf.read if isinstance(shelf, SoundShelf) else shelf).values():
                yield from iterate_texts(record)

    def texts(self) -> Iterator[Text]:
        """All copy, kind by kind, in the order of the records."""
        for shelf in self.shelves():
            for record in shelf.values():
                yield from iterate_texts(record)


def read_booklet(root: Path, report: Report, sound: Sound | None = None) -> Booklet:
    """Read all of `content/` under a project's root; every mistake of every file goes to the report. What is `sound` is
    not read before somebody looks at it. Raises NotSound where it is on trust and anything is to be told of it.

    Records with mistakes are left out, so where the report has errors the booklet is not one to print.
    """
    folder = root / "content"
    if not folder.is_dir():
        what = message("there is no folder “content” here")
        report.add(
            error("content.no-folder", what, Span("content"), message("run the program in the project's folder"))
        )
    check_names(folder, report)
    found = {kind: read_list(folder, kind, report) for kind in LISTS}
    if sound and sound.is_on_trust:
        found |= {kind: Found() for kind in FOLDERS}
        shelves = {kind: SoundShelf(root, kind, sound.ids[kind]) for kind in FOLDERS}
        return _bound(found, folder, report, shelves=shelves, is_on_trust=True)
    changed = fresh(root, sound) if sound else None
    if changed is not None:
        found |= {kind: Found([*each.nodes], [*each.records]) for kind, each in changed.items()}
        return _bound(found, folder, report, shelves={kind: each.shelf for kind, each in changed.items()})
    found |= {kind: read_folder(folder, kind, report) for kind in FOLDERS}
    booklet = _bound(found, folder, report)
    spoken = {
        language: _bound(own.found, folder, report, own.left_out)
        for language, own in read_overrides(folder, found, report).items()
    }
    return replace(booklet, spoken=MappingProxyType(spoken))


def _bound(
    found: Mapping[str, Found],
    folder: Path,
    report: Report,
    left_out: Mapping[str, Mapping[str, Span]] = MappingProxyType({}),
    shelves: Mapping[str, SoundShelf] = MappingProxyType({}),
    is_on_trust: bool = False,
) -> Booklet:
    """What was found as a booklet, all of it compared; what is told of several languages is told once. Of the kinds on
    sound `shelves` only what has changed was found; those on trust are compared when they are read.
    """
    register = Register(
        {kind: shelves[kind].places if kind in shelves else _places(each) for kind, each in found.items()},
        frozenset(kind for kind, each in found.items() if each.has_unread),
    )
    check_all_references(found, left_out, register, report)
    booklet = Booklet(**{kind: _of(each) for kind, each in found.items()}, register=register, left_out=left_out)
    exchanges = booklet.exchanges
    if shelves:
        booklet = replace(booklet, **shelves)
    if is_on_trust:
        for shelf in shelves.values():
            shelf.on_trust = register
        shelves["exchanges"].sift(_entry_findings)
    check_lives(booklet.organisations.values(), report)
    check_pictures(booklet.pictures.values(), folder, report)
    for exchange in exchanges.values():
        check_entries(exchange, report)
    report.extend(_room_findings(booklet))
    return booklet


def _room_findings(booklet: Booklet) -> Iterator[Diagnostic]:
    """What is to be told of the reference room, the quiz, a visit and the terms, where there is any of them."""
    facts = (*booklet.ties.values(), *booklet.chronology.values(), *booklet.evidence.values())
    if facts or booklet.municipalities or booklet.quiz or booklet.programmes:
        from brochure.content import record_checks as checks

        yield from checks.municipality_findings(booklet.municipalities.values())
        yield from checks.source_findings(facts)
        yield from checks.question_findings(booklet.quiz.values(), booklet.exchanges)
        yield from checks.programme_findings(booklet.programmes.values())
    if booklet.termbase:
        from brochure.content.termbase import termbase_findings

        yield from termbase_findings(booklet.termbase.values())


def _entry_findings(exchange: Model) -> Report:
    report = Report()
    if isinstance(exchange, Exchange):
        check_entries(exchange, report)
    return report


def _of(found: Found) -> Mapping[str, Any]:
    return MappingProxyType({str(getattr(record, "id", "")): record for record in found.records})


def _places(found: Found) -> Mapping[str, Span]:
    places: dict[str, Span] = dict(found.unnamed)
    for node in found.nodes:
        if isinstance(node, MappingNode) and (name := node.text("id")):
            places.setdefault(name, node.span)
    return places
