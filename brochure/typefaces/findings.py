"""What can be wrong with a font: one function a code, the place in fonts.yaml, and the cure."""

from __future__ import annotations

from collections.abc import Iterable

from brochure.diagnostics import Diagnostic, Message, error, message, warning
from brochure.typefaces.family import FaceSource, FontFile, Place

NO_GLYPHS = message("it has no glyphs")


def missing(file: FontFile, family: str) -> Diagnostic:
    """No place has the file."""
    what = message("the font “{file}” of the family “{family}” is not installed", file=file.name, family=family)
    cures = sorted(file.places, key=lambda place: place.kind != "package")
    return error("typefaces.missing", what, file.span, *(place.cure for place in cures))


def unknown_family(name: str, known: Iterable[str]) -> Diagnostic:
    """A theme asks for a family fonts.yaml does not list."""
    from difflib import get_close_matches  # only on the way to an error

    near = get_close_matches(name, sorted(known), n=1)
    hints = [message("did you mean “{name}”?", name=each) for each in near]
    hints.append(message("families are listed in fonts/fonts.yaml"))
    return error("typefaces.unknown-family", message("there is no font family “{name}”", name=name), None, *hints)


def damaged(source: FaceSource, place: Place, reason: Message) -> Diagnostic:
    """The file is cut off, is no font, or is packed for the web."""
    what = message("the font file {file} is damaged", file=place.name)
    return error("typefaces.damaged", what, source.file.span, reason, place.renewal)


def unreadable(source: FaceSource, place: Place) -> Diagnostic:
    """The file is there but cannot be read."""
    what = message("the font file {file} cannot be read", file=place.name)
    return error("typefaces.unreadable", what, source.file.span, message("let this account read the file"))


def no_such_face(source: FaceSource, place: Place, count: int) -> Diagnostic:
    """The index lies beyond the faces of the collection (TTC, OTC)."""
    return error(
        "typefaces.index",
        message(
            "{file} holds {count} face(s); none has the index {index}", file=place.name, count=count, index=place.index
        ),
        source.file.span,
        message("write an index from 0 to {last}, or leave it out", last=max(count - 1, 0)),
    )


def no_embedding(source: FaceSource, place: Place) -> Diagnostic:
    """The file's own rights (OS/2 fsType 2) forbid embedding."""
    what = message("the maker of the font {file} forbids putting it into a PDF", file=place.name)
    cure = message("use another font, or ask the maker for a file that may be embedded")
    return error("typefaces.no-embedding", what, source.file.span, cure)


def changed(file: FontFile, place: Place) -> Diagnostic:
    """The file's hash is not the one fonts.yaml gives."""
    return warning(
        "typefaces.changed",
        message(
            "the font file {file} is not the one fonts.yaml names by its sha256; pages may come out otherwise",
            file=place.name,
        ),
        file.span,
        place.renewal,
        message("or, where the change is wanted, write the new sha256"),
    )


def no_axis(source: FaceSource, place: Place, axis: str) -> Diagnostic:
    """The file does not vary along an axis that is set."""
    what = message(
        "the font file {file} has no axis “{axis}”: every weight of it looks the same", file=place.name, axis=axis
    )
    return warning("typefaces.no-axis", what, source.span, message("use the variable font, or list one file a weight"))


def axis_range(source: FaceSource, axis: str, value: str, least: str, most: str) -> Diagnostic:
    """An axis is set to a value the file does not reach."""
    what = message(
        "the axis “{axis}” goes from {least} to {most}, not to {value}", axis=axis, least=least, most=most, value=value
    )
    return warning("typefaces.axis-range", what, source.span, message("the nearest value is used"))
