"""Freight: the files a build reads, by the hashes of their bytes, to be brought where it is made. Never the program's.

content/  fonts/  locales/    the project's own, as they lie
catalogs/locales/             those that take the place of the project's, where a build says so
profile/                      an ICC profile the command line names outside the project
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import file_digest
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from brochure.diagnostics import BrochureError, error, message
from brochure.press.conditions import is_shipped
from brochure.press.orders import Wishes
from brochure.store import key_of
from brochure.theme.typefaces_reader import NAME as FONTS
from brochure.theme.typefaces_reader import SHIPPED

CHUNK = 8 << 20  # bytes that are sent at once; a file larger than that goes alone
_INPUTS = ("content", "locales", "fonts")
_CATALOGS, _PROFILE = "catalogs", "profile"


class Freight(Struct, frozen=True):
    """The digest (SHA-256 in hexadecimal) of every file by its name in the worker's folder, and where it lies here."""

    digests: Mapping[str, str]
    paths: Mapping[str, Path]

    @property
    def key(self) -> str:
        """The one name of all of it: equal for equal names and bytes."""
        return key_of(part for name in sorted(self.digests) for part in (name, self.digests[name]))

    def chunks(self, wanted: Iterable[str]) -> Iterator[dict[str, bytes]]:
        """The bytes of the digests wanted, each once, in parts of CHUNK. Raises BrochureError for a file changed since
        the build began.
        """
        by_digest = {digest: name for name, digest in self.digests.items()}
        chunk: dict[str, bytes] = {}
        for digest in sorted(set(wanted), key=by_digest.__getitem__):
            data = self._bytes(by_digest[digest], digest)
            if chunk and sum(map(len, chunk.values())) + len(data) > CHUNK:
                yield chunk
                chunk = {}
            chunk[digest] = data
        if chunk:
            yield chunk

    def _bytes(self, name: str, digest: str) -> bytes:
        try:
            with self.paths[name].open("rb") as file:
                if file_digest(file, "sha256").hexdigest() == digest:
                    file.seek(0)
                    return file.read()
        except OSError:
            pass
        what = message("“{file}” was changed while the build was going on", file=name)
        raise BrochureError([error("works.changed-input", what, None, message("run the same command again"))])


def freight_of(root: Path, wishes: Wishes, profiles: Iterable[Path]) -> tuple[Freight, Wishes]:
    """All that a build of a project reads, and its wishes as they are to be said in the worker's folder."""
    paths = {name: path for folder in _INPUTS for name, path in _files(root / folder, folder)}
    paths.setdefault(FONTS, SHIPPED)
    for path in profiles:
        if path.is_relative_to(root):
            paths[path.relative_to(root).as_posix()] = path
    if wishes.catalogs:
        paths.update(_files(Path(wishes.catalogs) / "locales", f"{_CATALOGS}/locales"))
        wishes = replace(wishes, catalogs=_CATALOGS)
    icc = root / wishes.icc
    if wishes.icc and not is_shipped(wishes.icc) and icc.is_file() and not _is_inside(wishes.icc):
        name = f"{_PROFILE}/{icc.name}"
        paths[name] = icc
        wishes = replace(wishes, icc=name)
    digests: dict[str, str] = {}
    for name, path in sorted(paths.items()):
        with path.open("rb") as file:
            digests[name] = file_digest(file, "sha256").hexdigest()
    return Freight(digests, paths), wishes


def _files(folder: Path, name: str) -> Iterator[tuple[str, Path]]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield f"{name}/{path.relative_to(folder).as_posix()}", path


def _is_inside(name: str) -> bool:
    return not Path(name).is_absolute() and ".." not in Path(name).parts
