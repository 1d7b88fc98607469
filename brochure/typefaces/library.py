"""All faces of a project by family and weight: found, opened once, chained with those that step in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from brochure.diagnostics import BrochureError, Diagnostic, Report, Severity
from brochure.typefaces import findings
from brochure.typefaces.chain import FaceChain
from brochure.typefaces.face import Face, Opened
from brochure.typefaces.family import FaceSource, Family, FontFile, Place
from brochure.typefaces.integrity import HashChecks

REGULAR = 400


class TypefaceLibrary:
    """The families of fonts.yaml. Faces that are the same file at the same axes are one face, under the first key;
    those at other axes share what is read of the file.

    Finding a file is a question to the file system; it is opened only when a face is asked for what is in it. Missing
    and broken files are raised as BrochureError; what is merely odd waits in `findings`.
    """

    def __init__(self, families: tuple[Family, ...], fonts_folder: Path) -> None:
        self.families: Mapping[str, Family] = MappingProxyType({family.name: family for family in families})
        self.fonts_folder = fonts_folder
        self._faces: dict[str, Face] = {}
        self._chains: dict[tuple[str, int], FaceChain] = {}
        self._files: dict[tuple[Path, int], Opened] = {}
        self._places: dict[str, tuple[Place, Path] | None] = {}
        self._first_of = _first_of_outlines(families)
        self._report = Report()
        self._hashes = HashChecks()

    def face(self, family: str, weight: int = REGULAR) -> Face:
        """The face of a family whose weight is nearest; 300, 400, 700 and so on."""
        return self._find(self._family(family).nearest(weight))

    def by_key(self, key: str) -> Face:
        """The face `Glyphs.face` names. Raises KeyError for a key no family lists: that is our own bug."""
        face = self._faces.get(key)
        if face is None:
            name, _, weight = key.rpartition("-")
            face = self._find(next(each for each in self.families[name].faces if str(each.weight) == weight))
            self._faces[key] = face
        return face

    def chain(self, family: str, weight: int = REGULAR) -> FaceChain:
        """The face and, for what it cannot draw, those of the families fonts.yaml lets step in, in its order."""
        found = self._chains.get((family, weight))
        if found is None:
            main = self.face(family, weight)
            lenders = (self._lender(name, weight) for name in self._family(family).fallback)
            faces = {face.key: face for face in (main, *lenders) if face is not None}
            found = self._chains[family, weight] = FaceChain(tuple(faces.values()))
        return found

    def check(self, report: Report, families: Iterable[str] | None = None) -> None:
        """Open every face of the families (all by default) and take in everything wrong with their files."""
        for name in self.families if families is None else families:
            for source in self.families[name].faces:
                try:
                    face = self._find(source)
                    _ = face.hb_font
                except BrochureError as wrong:
                    report.extend(wrong.diagnostics)
        report.extend(self.findings())

    def findings(self) -> tuple[Diagnostic, ...]:
        """What is odd about the faces opened so far: axes that are not there, files (hashed now) that were changed."""
        self._hashes.settle()
        return self._report.ordered()

    @property
    def files_found(self) -> tuple[Path, ...]:
        """The paths of all font files of the families that are there, opened or not."""
        sources = {source.file.name: source.file for family in self.families.values() for source in family.faces}
        places = map(self._place_of, sources.values())
        return tuple(sorted({place[1] for place in places if place}))

    def used_files(self) -> tuple[FontFile, ...]:
        """The files of the faces asked for so far, by name: whose credits a colophon owes."""
        files = {face.source.file.name: face.source.file for face in self._faces.values()}
        return tuple(files[name] for name in sorted(files))

    def _family(self, name: str) -> Family:
        if name not in self.families:
            raise BrochureError([findings.unknown_family(name, self.families)])
        return self.families[name]

    def _lender(self, name: str, weight: int) -> Face | None:
        """A face that steps in for another's gaps; where its file is missing, that is odd but stops nothing."""
        try:
            return self.face(name, weight)
        except BrochureError as wrong:
            self._report.extend(replace(each, severity=Severity.WARNING) for each in wrong.diagnostics)
            return None

    def _find(self, source: FaceSource) -> Face:
        first = self._first_of[source.outlines]
        face = self._faces.get(first.key)
        if face is None:
            found = self._place_of(first.file)
            if found is None:
                raise BrochureError([findings.missing(first.file, source.family)])
            place, path = found
            file = self._files.setdefault((path, place.index), Opened())
            face = self._faces[first.key] = Face(first, place, path, self._report.add, self._opened, file)
        return face

    def _place_of(self, file: FontFile) -> tuple[Place, Path] | None:
        """The place that has a file, and the file: looked for once."""
        if file.name not in self._places:
            self._places[file.name] = file.locate(self.fonts_folder)
        return self._places[file.name]

    def _opened(self, file: FontFile, place: Place, path: Path) -> None:
        self._hashes.want(path, place.sha256, lambda: self._report.add(findings.changed(file, place)))


def _first_of_outlines(
    families: tuple[Family, ...],
) -> Mapping[tuple[str, tuple[tuple[str, float], ...]], FaceSource]:
    first: dict[tuple[str, tuple[tuple[str, float], ...]], FaceSource] = {}
    for family in families:
        for source in family.faces:
            first.setdefault(source.outlines, source)
    return first
