"""One font file at one point of its axes: what shaping, layout and embedding ask of it. Opened when first asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from struct import unpack_from
from unicodedata import normalize

import uharfbuzz
from msgspec import Struct

from brochure.diagnostics import BrochureError, Diagnostic
from brochure.typefaces import findings
from brochure.typefaces.coverage import SELECTORS, SILENT, SPACES, STANDS_FOR, STYLE_SELECTORS
from brochure.typefaces.family import FaceSource, FontFile, Place
from brochure.typefaces.metrics import Metrics, ideographic_descent, measure
from brochure.typefaces.sfnt import Directory, NoSuchFaceError, NotAFontError, read_directory

_NAMES = uharfbuzz.OTNameIdPredefined
_RESTRICTED = 0x0002  # OS/2 fsType: embedding forbidden without the owner's leave
_USAGE = 0x000F


class Opened(Struct):
    """What has been read of a font file, for all faces that are the same file at other points of its axes."""

    tables: Directory | None = None
    hb_face: uharfbuzz.Face | None = None


class Face:
    """A face: `key` is what `Glyphs.face` carries. Two faces with the same key are the same face.

    Nothing is read before a property asks; what then stops it is raised as BrochureError with the place of the
    fonts.yaml entry. What is only odd goes to `report`; `opened` is told of the file when it is opened. `file` is what
    the face shares with others.
    """

    def __init__(
        self,
        source: FaceSource,
        place: Place,
        path: Path,
        report: Callable[[Diagnostic], None],
        opened: Callable[[FontFile, Place, Path], None],
        file: Opened,
    ) -> None:
        self.key = source.key
        self.source = source
        self.place = place
        self.path = path
        self._report = report
        self._opened = opened
        self._file = file

    def __repr__(self) -> str:
        return f"Face({self.key})"

    @cached_property
    def tables(self) -> Directory:
        """The file's tables, tag → (offset, length); reading them proves the file whole."""
        if self._file.tables is None:
            self._file.tables = self._read()
        return self._file.tables

    def _read(self) -> Directory:
        try:
            return read_directory(self.path, self.place.index)
        except NoSuchFaceError as wrong:
            raise BrochureError([findings.no_such_face(self.source, self.place, wrong.count)]) from wrong
        except NotAFontError as wrong:
            raise BrochureError([findings.damaged(self.source, self.place, wrong.reason)]) from wrong
        except OSError as wrong:
            raise BrochureError([findings.unreadable(self.source, self.place)]) from wrong

    @cached_property
    def hb_face(self) -> uharfbuzz.Face:
        """The file as HarfBuzz has it, mapped into memory and read only where it is used."""
        tables = self.tables
        self._opened(self.source.file, self.place, self.path)
        if self._file.hb_face is None:
            self._file.hb_face = self._open(tables)
        return self._file.hb_face

    def _open(self, tables: Directory) -> uharfbuzz.Face:
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self.path)), self.place.index)
        if not face.glyph_count:
            raise BrochureError([findings.damaged(self.source, self.place, findings.NO_GLYPHS)])
        rights = face.reference_table("OS/2").data[8:10] if "OS/2" in tables else b""
        if rights and unpack_from(">H", rights)[0] & _USAGE == _RESTRICTED:
            raise BrochureError([findings.no_embedding(self.source, self.place)])
        return face

    @cached_property
    def hb_font(self) -> uharfbuzz.Font:
        """The font HarfBuzz shapes with: axes set, scale = units per em, so positions are in font units."""
        font = uharfbuzz.Font(self.hb_face)
        if self.axes:
            font.set_variations(dict(self.axes))
        return font

    @cached_property
    def axes(self) -> tuple[tuple[str, float], ...]:
        """Every axis of the file and the value the face stands at: the ordered one in its range, else the default."""
        ordered = dict(self.source.axes)
        axes = self.hb_face.axis_infos
        for tag in sorted(ordered.keys() - {axis.tag for axis in axes}):
            self._report(findings.no_axis(self.source, self.place, tag))
        values: list[tuple[str, float]] = []
        for axis in axes:
            value = ordered.get(axis.tag, axis.default_value)
            nearest = min(max(value, axis.min_value), axis.max_value)
            if nearest != value:
                reach = f"{axis.min_value:g}", f"{axis.max_value:g}"
                self._report(findings.axis_range(self.source, axis.tag, f"{value:g}", *reach))
            values.append((axis.tag, nearest))
        return tuple(values)

    @cached_property
    def is_cff(self) -> bool:
        """Whether the outlines are PostScript (CFF, CFF2) rather than TrueType."""
        return "glyf" not in self.tables

    @cached_property
    def units_per_em(self) -> int:
        """Font units in an em."""
        return self.hb_face.upem

    @cached_property
    def postscript_name(self) -> str:
        """The name a PDF calls the face by: that of the named instance the axes stand at, where there is one."""
        face = self.hb_face
        name = face.get_name(_NAMES.POSTSCRIPT_NAME) or self.source.file.name
        values = [value for _, value in self.axes]
        for instance in face.named_instances:
            if instance.design_coords == values:
                given = face.get_name(instance.postscript_name_id) if instance.postscript_name_id != 0xFFFF else None
                style = (face.get_name(instance.subfamily_name_id) or "").replace(" ", "")
                return given or f"{name.partition('-')[0]}-{style}"
        return "-".join([name, *(f"{tag}{value:g}" for tag, value in self.axes)])

    @cached_property
    def metrics(self) -> Metrics:
        """The face's measures in em; the weight is the `wght` axis's where there is one."""
        return measure(self.hb_font, int(dict(self.axes).get("wght", 0)))

    @property
    def ascent(self) -> float:
        """The font's own ascender, in em."""
        return self.metrics.ascent

    @property
    def descent(self) -> float:
        """The font's own descender, in em below the baseline."""
        return self.metrics.descent

    @property
    def cap_height(self) -> float:
        """The height of capitals, in em."""
        return self.metrics.cap_height

    @property
    def x_height(self) -> float:
        """The height of a lower-case x, in em."""
        return self.metrics.x_height

    @property
    def ideographic_ascent(self) -> float:
        """How far the ideographic body rises above the baseline, in em."""
        return self.metrics.ideographic_ascent

    @property
    def ideographic_descent(self) -> float:
        """How far the ideographic body reaches below the baseline, in em."""
        return self.metrics.ideographic_descent

    def ideographic_body(self, language: str) -> tuple[float, float]:
        """The body's edges above and below the baseline for the script of a language, in em."""
        descent = ideographic_descent(self.hb_font, self.hb_face.reference_table("OS/2").data, language)
        return round(1 - descent, 6), descent

    @cached_property
    def coverage(self) -> frozenset[int]:
        """Every code point the font maps to a glyph (1 to 4 ms to gather; `covers` asks for one)."""
        return frozenset(self.hb_face.unicodes)

    def covers(self, character: str) -> bool:
        """Whether the face can draw a character, or a whole cluster: a base with its selector and combining marks."""
        if len(character) == 1:
            return self._has(character)
        if (selector := character[1]) in SELECTORS and selector not in STYLE_SELECTORS:
            chosen = self.hb_font.get_variation_glyph(ord(character[0]), ord(selector))
            return chosen is not None and all(map(self._has, character[2:]))
        return all(map(self._has, character)) or all(map(self._has, normalize("NFC", character)))

    def advance(self, glyph: int) -> int:
        """How far the pen moves after a glyph in a horizontal line, in font units."""
        return self.hb_font.get_glyph_h_advance(glyph)

    def glyph(self, character: str) -> int:
        """The glyph of one character before any feature, or of a base with its selector; 0 where there is none."""
        if len(character) == 2:
            return self.hb_font.get_variation_glyph(ord(character[0]), ord(character[1])) or 0
        return self.hb_font.get_nominal_glyph(ord(character)) or 0

    def _has(self, character: str) -> bool:
        nominal = self.hb_font.get_nominal_glyph
        if nominal(ord(character)) is not None or character in SILENT or character in STYLE_SELECTORS:
            return True
        stand_in = " " if character in SPACES else STANDS_FOR.get(character)
        return stand_in is not None and nominal(ord(stand_in)) is not None
