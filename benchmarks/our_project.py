"""The towns as an ordinary project of ours: content, catalogs and one edition, written into a folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from shutil import copytree
from unicodedata import normalize

from benchmarks.towns import LANGUAGES, Phrase, Town

ROOT = Path(__file__).parent.parent
EDITION = "yearbook"
FORM = "town"
"""The form of an office: a booklet for each town."""


def write_project(root: Path, towns: Sequence[Town], languages: Sequence[str] = LANGUAGES[:1]) -> None:
    """A project folder with these towns and one edition of all of them, in these languages; `root` is made."""
    for folder in ("content/cities", "content/exchanges", "content/editions"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    copytree(ROOT / "fonts", root / "fonts", dirs_exist_ok=True)
    for language in languages:
        target = root / "locales" / language / "LC_MESSAGES"
        if language != "ja":
            target.mkdir(parents=True, exist_ok=True)
            labels = ROOT / "locales" / language / "LC_MESSAGES" / "labels.po"
            (target / "labels.po").write_text(labels.read_text("utf-8"), "utf-8")
            (target / "content.po").write_text(_catalog(towns, language), "utf-8")
    for name, text in (
        ("organisations", "organisations: []\n"),
        ("people", "people: []\n"),
        ("places", "places: []\n"),
    ):
        (root / "content" / f"{name}.yaml").write_text(text, "utf-8")
    (root / "content/pictures.yaml").write_text("pictures: []\n", "utf-8")
    (root / "content/cities/partner.yaml").write_text(_PARTNER, "utf-8")
    for town in towns:
        write_town(root, town)
    (root / "content/editions" / f"{EDITION}.yaml").write_text(_edition(towns, languages), "utf-8")


def write_office(root: Path, towns: Sequence[Town], languages: Sequence[str]) -> None:
    """A project folder with these towns and one form: a booklet of three pages a town, a file a language."""
    write_project(root, towns, languages)
    (root / "content/editions" / f"{EDITION}.yaml").unlink()
    (root / "content/editions" / f"{FORM}.yaml").write_text(_form(languages), "utf-8")
    for language in languages:
        path = root / "locales" / language / "LC_MESSAGES" / "content.po"
        if path.exists():
            entries = (_entry(key, phrase, language) for key, phrase in _FORM_TEXTS.items())
            path.write_text("\n".join((path.read_text("utf-8"), *entries)), "utf-8")


def write_town(root: Path, town: Town) -> None:
    """A town's own two files."""
    (root / "content/cities" / f"{town.id}.yaml").write_text(_city(town), "utf-8")
    (root / "content/exchanges" / f"{town.id}-partner.yaml").write_text(_exchange(town), "utf-8")


def _names(phrase: Phrase) -> str:
    return "{" + ", ".join(f'{language}: "{phrase[language]}"' for language in LANGUAGES) + "}"


_PARTNER = """\
id: partner
country: china
name: {ja: 友好港, zh_CN: 友好港, zh_TW: 友好港, en: the partner port}
"""


def _city(town: Town) -> str:
    sections = "".join(
        f"  - id: s{number}\n    title: {title.ja}\n    text: |-\n      {text.ja}\n"
        for number, (title, text) in enumerate(town.story, 1)
    )
    facts = "".join(
        f"  - id: f{number}\n    label: {label.ja}\n    value: {value.ja}\n"
        for number, (label, value) in enumerate(town.facts, 1)
    )
    return (
        f"id: {town.id}\ncountry: japan\nname: {_names(town.name)}\nreading: {town.reading}\nromaji: {town.romaji}\n"
        f"population: {{value: {town.population}, as_of: 2025}}\narea_km2: {{value: {town.area}, as_of: 2025}}\n"
        f"lead: |-\n  {town.lead.ja}\nsections:\n{sections}facts:\n{facts}"
    )


def _exchange(town: Town) -> str:
    entries = "".join(
        f"  - id: e{number:02}\n    date: {event.year}-{event.month:02}\n    kind: {event.kind}\n"
        f"    headline: {event.headline.ja}\n" + (f"    people: {event.people}\n" if event.people else "")
        for number, event in enumerate(town.events, 1)
    )
    return (
        f"id: {town.id}-partner\ncities: [{town.id}, partner]\nname: {_names(town.name)}\n"
        f"tie: {{kind: friendship-port, date: 1990-04-17}}\ntimeline:\n{entries}"
    )


_TITLES = {
    "title": Phrase("町の年鑑", "城镇年鉴", "城鎮年鑑", "A yearbook of towns"),
    "contents": Phrase("目次", "目录", "目錄", "Contents"),
    "timeline": Phrase("行き来の年表", "往来年表", "往來年表", "Comings and goings"),
}


def _edition(towns: Sequence[Town], languages: Sequence[str]) -> str:
    pages = "".join(
        f"  - {{id: {town.id}, type: city-profile, title: {town.name.ja}, city: {town.id}, pages: 1, art: lattice}}\n"
        f"  - {{id: {town.id}-years, type: timeline, title: {_TITLES['timeline'].ja}, exchange: {town.id}-partner, "
        "pages: 2, is_listed: false}\n"
        for town in towns
    )
    return (
        f"id: {EDITION}\ntitle: {_TITLES['title'].ja}\nsize: a4\nbinding: unbound\n"
        f"languages: [{', '.join(languages)}]\nmedia: [screen]\ntheme: harbour\ndate: 2026-11\npages:\n"
        f"  - {{id: contents, type: contents, title: {_TITLES['contents'].ja}, columns: 2, "
        f"pages: {max(1, -(-len(towns) // 38))}}}\n{pages}"
    )


_FORM_TEXTS = {
    f"editions.{FORM}.title": Phrase("{name}", "{name}", "{name}", "{name}"),
    f"editions.{FORM}.pages.profile.title": Phrase("{name}のすがた", "{name}概况", "{name}概況", "{name} at a glance"),
    f"editions.{FORM}.pages.years.title": _TITLES["timeline"],
}


def _form(languages: Sequence[str]) -> str:
    title, profile, years = (phrase.ja for phrase in _FORM_TEXTS.values())
    return (
        f"id: {FORM}\nfor_each: cities\nwhere: {{country: japan}}\ntitle: '{title}'\nsize: a4\nbinding: unbound\n"
        f"languages: [{', '.join(languages)}]\nmedia: [screen]\ntheme: harbour\ndate: 2026-11\npages:\n"
        f"  - {{id: profile, type: city-profile, title: '{profile}', city: '{{id}}', pages: 1, art: lattice}}\n"
        f"  - {{id: years, type: timeline, title: {years}, exchange: '{{id}}-partner', pages: 2, is_listed: false}}\n"
    )


def _entry(key: str, phrase: Phrase, language: str) -> str:
    return f'msgctxt "{key}"\nmsgid "{phrase.ja}"\nmsgstr "{normalize("NFC", phrase[language])}"\n'


def _catalog(towns: Iterable[Town], language: str) -> str:
    """content.po in a language, complete."""
    head = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    entries: list[str] = [head]
    edition = f"editions.{EDITION}"

    def add(key: str, phrase: Phrase) -> None:
        entries.append(_entry(key, phrase, language))

    add(f"{edition}.title", _TITLES["title"])
    add(f"{edition}.pages.contents.title", _TITLES["contents"])
    for town in towns:
        add(f"cities.{town.id}.lead", town.lead)
        for number, (title, text) in enumerate(town.story, 1):
            add(f"cities.{town.id}.sections.s{number}.title", title)
            add(f"cities.{town.id}.sections.s{number}.text", text)
        for number, (label, value) in enumerate(town.facts, 1):
            add(f"cities.{town.id}.facts.f{number}.label", label)
            add(f"cities.{town.id}.facts.f{number}.value", value)
        for number, event in enumerate(town.events, 1):
            add(f"exchanges.{town.id}-partner.timeline.e{number:02}.headline", event.headline)
        add(f"{edition}.pages.{town.id}.title", town.name)
        add(f"{edition}.pages.{town.id}-years.title", _TITLES["timeline"])
    return "\n".join(entries)
