"""fonts/fonts.yaml read into the typeface library; a project without one sets its pages in the fonts shipped here."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

from msgspec import Meta, field

from brochure.diagnostics import Diagnostic, Message, Report, Span, error, message
from brochure.source.nearest import nearest
from brochure.source.nodes import MappingNode, find, first_place
from brochure.source.reader import read_document
from brochure.source.validate import Model, Refused, validate
from brochure.typefaces.family import FaceSource, Family, FontFile, Place, PlaceKind
from brochure.typefaces.library import TypefaceLibrary

NAME = "fonts/fonts.yaml"
SHIPPED = Path(__file__).parents[2] / NAME

Weight = Annotated[int, Meta(ge=1, le=1000)]  # OpenType: usWeightClass
Hash = Annotated[str, Meta(pattern="^[0-9a-fA-F]{64}$")]


class PlaceEntry(Model):
    """One place of a font file: `file`, or `package` and `resource`, or `system`."""

    file: str = ""
    package: Annotated[str, Meta(pattern=r"^([A-Za-z0-9._-]+==[^\s=]+)?$")] = ""
    resource: str = ""
    system: str = ""
    index: Annotated[int, Meta(ge=0)] = 0
    sha256: Hash | None = None

    def __post_init__(self) -> None:
        """Refuse what says no place, or two."""
        ways = [bool(self.file), bool(self.package and self.resource), bool(self.system)]
        if sum(ways) != 1 or bool(self.package) != bool(self.resource):
            raise Refused(
                "typefaces.place",
                message("this does not say where the font file is"),
                message("write one of: “file” (a name in fonts/), “package” with “resource”, “system” (a path)"),
            )

    def place(self) -> Place:
        """The place as the library looks it through."""
        kind = PlaceKind.FONTS if self.file else PlaceKind.PACKAGE if self.package else PlaceKind.SYSTEM
        path = self.file or self.resource or self.system
        return Place(kind, path, self.package, self.index, self.sha256 or "")


class FileEntry(Model):
    """A font file: its places, licence and credit."""

    places: Annotated[tuple[PlaceEntry, ...], Meta(min_length=1)]
    licence: str
    licence_at: str = ""
    credit: str = ""


class FaceEntry(Model):
    """A face: weight, file and the values of the file's axes."""

    weight: Weight
    file: str
    axes: dict[Annotated[str, Meta(pattern="^[ -~]{4}$")], float] = field(default_factory=dict[str, float])


class FamilyEntry(Model):
    """A family: its faces, and the families that step in for it."""

    faces: Annotated[tuple[FaceEntry, ...], Meta(min_length=1)]
    fallback: tuple[str, ...] = ()


class FontsEntry(Model):
    """The whole of fonts.yaml."""

    files: dict[str, FileEntry]
    families: dict[str, FamilyEntry]


def read_typefaces(root: Path, report: Report) -> TypefaceLibrary:
    """The library of a project; without families where fonts.yaml cannot be used (the report then says why)."""
    path = root / NAME
    node = read_document(path if path.is_file() else SHIPPED, NAME, report)
    entry = validate(FontsEntry, node, report) if isinstance(node, MappingNode) else None
    if node is not None and not isinstance(node, MappingNode):
        report.add(error("typefaces.list", message("fonts.yaml lists “files” and “families”"), first_place(node)))
    if entry is None or not isinstance(node, MappingNode):
        return TypefaceLibrary((), root / "fonts")
    report.extend(_dangling(entry))
    return TypefaceLibrary(tuple(_families(entry, node)), root / "fonts")


def _families(entry: FontsEntry, node: MappingNode) -> Iterator[Family]:
    files = {
        name: FontFile(
            name,
            tuple(place.place() for place in file.places),
            file.licence,
            file.licence_at,
            file.credit,
            _key_span(node, "files", name),
        )
        for name, file in entry.files.items()
    }
    for name, family in entry.families.items():
        faces = tuple(
            FaceSource(name, face.weight, files[face.file], tuple(sorted(face.axes.items())), face.span)
            for face in family.faces
            if face.file in files
        )
        if faces:
            yield Family(name, faces, family.fallback, _key_span(node, "families", name))


def _dangling(entry: FontsEntry) -> Iterator[Diagnostic]:
    """Names that lead nowhere, and weights listed twice."""
    for name, family in entry.families.items():
        weights: set[int] = set()
        for index, face in enumerate(family.faces):
            if face.file not in entry.files:
                what = message("there is no font file “{name}” under “files”", name=face.file)
                yield _unknown("typefaces.unknown-file", what, face.file, entry.files, face.place_of("file"))
            if face.weight in weights:
                what = message("the weight {weight} of “{family}” is listed twice", weight=face.weight, family=name)
                yield error("typefaces.twice", what, entry.place_of("families", name, "faces", index, "weight"))
            weights.add(face.weight)
        for index, lender in enumerate(family.fallback):
            if lender not in entry.families:
                what = message("there is no font family “{name}”", name=lender)
                place = family.place_of("fallback", index)
                yield _unknown("typefaces.unknown-family", what, lender, entry.families, place)


def _unknown(code: str, what: Message, name: str, known: Iterable[str], span: Span | None) -> Diagnostic:
    meant = nearest(name, known)
    hint = (
        message("did you mean “{meant}”?", meant=meant)
        if meant
        else message("names are: {known}", known=", ".join(known))
    )
    return error(code, what, span, hint)


def _key_span(node: MappingNode, part: str, name: str) -> Span | None:
    inner = find(node, (part,))
    key = inner.key(name) if isinstance(inner, MappingNode) else None
    return key.span if key else None
