"""What is known of content that was read without a finding, kept from one build to the next."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import json
from msgspec.structs import astuple

from brochure.content.shelves import FOLDERS
from brochure.content.sound import Sound
from brochure.content.written_in import OVERRIDES
from brochure.diagnostics import Span
from brochure.project import Project
from brochure.store import Store, key_of
from brochure.works.standing import program_key

_RECORDS = tuple(f"content/{kind}/" for kind in FOLDERS)
_EDITIONS = "content/editions/"


def sound_content(store: Store | None, root: Path, files: Mapping[str, str]) -> Sound | None:
    """What of a project's content is sound, `files` being what it is known by now; None where nobody knows."""
    entry = store.get(_key(root)) if store else None
    if entry is None:
        return None
    try:
        return _told(json.decode(entry), _content(files))
    except (AttributeError, KeyError, TypeError, ValueError):  # of another make
        return None


def _told(known: Any, now: Mapping[str, str]) -> Sound | None:
    then = known["files"]
    changed = frozenset(name for name in now if now[name] != then.get(name))
    if then.keys() != now.keys() or not all(name.startswith(_RECORDS) for name in changed):
        return None
    ids = {kind: {name: Span(*place) for name, place in places.items()} for kind, places in known["ids"].items()}
    return Sound(ids, changed, tuple(known["pages"]))


def keep_sound(store: Store | None, project: Project) -> None:
    """Note that a project's content was read and nothing was to be told of it; its files are as they were before."""
    root, files = project.root, _content(project.files)
    if store is None or any(name.startswith(f"content/{OVERRIDES}/") for name in files):
        return
    ids = {
        kind: {name: astuple(place) for name, place in project.booklet.register.ids[kind].items()} for kind in FOLDERS
    }
    pages = list(dict.fromkeys(page.id for each in project.pages.values() for page in each))
    try:
        entry = json.encode({"files": files, "ids": ids, "pages": pages})
    except UnicodeEncodeError:  # a file's name is no UTF-8
        return
    if store.get(_key(root)) != entry:
        store.put(_key(root), entry)


def _content(files: Mapping[str, str]) -> dict[str, str]:
    """What is known of everything in `content/` but editions."""
    return {
        name: known for name, known in files.items() if name.startswith("content/") and not name.startswith(_EDITIONS)
    }


def _key(root: Path) -> str:
    return key_of(("sound 1", program_key(), str(root.resolve())))
