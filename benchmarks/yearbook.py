"""The towns as the words their pages print, the same for every peer: eras, counts and labels by our own rules."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.page_measures import CONTENTS_TITLE, TITLE, YEARS_TITLE, EntryData, TownData, YearbookData
from benchmarks.towns import Event, Town
from brochure.content.dates import PartialDate
from brochure.languages.japanese import JAPANESE
from brochure.pages.city_profile_labels import AREA, AS_OF, POPULATION
from brochure.pages.entry_kinds import KINDS

_AS_OF = PartialDate(2025)


def yearbook(towns: Sequence[Town]) -> YearbookData:
    """What the peers' documents say."""
    kinds = {kind: label.ja for kind, label in KINDS.items()}
    said = [_town(town) for town in towns]
    return {"title": TITLE, "contents": CONTENTS_TITLE, "timeline": YEARS_TITLE, "kinds": kinds, "towns": said}


def _town(town: Town) -> TownData:
    occurring = {event.kind for event in town.events}
    return {
        "id": town.id,
        "name": town.name.ja,
        "readings": f"{town.reading}　{town.romaji}",
        "lead": town.lead.ja,
        "facts": _facts(town),
        "story": [(title.ja, text.ja) for title, text in town.story],
        "entries": [_entry(event) for event in town.events],
        "legend": [kind for kind in KINDS if kind in occurring],
    }


def _facts(town: Town) -> list[tuple[str, str]]:
    """The table's rows: people and area, and what the town says of itself."""
    dated = AS_OF.ja.format(date=JAPANESE.date(_AS_OF))
    counted = [
        (POPULATION.ja, JAPANESE.count(town.population, "people") + dated),
        (AREA.ja, JAPANESE.square_kilometres(town.area) + dated),
    ]
    return counted + [(label.ja, value.ja) for label, value in town.facts]


def _entry(event: Event) -> EntryData:
    date = PartialDate(event.year, event.month)
    return {
        "year": event.year,
        "era": JAPANESE.era_year(date),
        "kind": event.kind,
        "month": JAPANESE.beside_year(date),
        "headline": event.headline.ja,
        "people": JAPANESE.count(event.people, "people") if event.people else "",
    }
