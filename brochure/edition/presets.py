"""A printer's preset: what a printing house takes, from bleed and ink limit to the printing condition and the marks."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta

from brochure.diagnostics import Report, Span, error, message
from brochure.drawing.spots import spelled
from brochure.source.nearest import nearest
from brochure.source.nodes import MappingNode, laid_over
from brochure.source.reader import read_document
from brochure.source.validate import Model, validate
from brochure.source.words import Checked

_BUILTIN = Path(__file__).parent / "presets"
DEFAULT_PRESET = "standard"

SpotName = Annotated[str, Checked(spelled)]
"""A spot ink's name in its one spelling, however it was written."""


class MarksStyle(StrEnum):
    """Which marks stand around a trim."""

    NONE = "none"
    JAPANESE = "japanese"  # 角トンボ: the double pair, trim and bleed
    CROP = "crop"  # one pair at the trim, as Chinese and Western printers draw it


class Resolution(Model):
    """Pixels an inch at the size they are printed in: what is wanted of colour, grey and line pictures, and below what
    a picture is told of."""

    colour: Annotated[float, Meta(ge=72, le=1200)] = 350
    grey: Annotated[float, Meta(ge=72, le=2400)] = 600
    line_art: Annotated[float, Meta(ge=150, le=4800)] = 1200
    warning: Annotated[float, Meta(ge=50, le=1200)] = 224
    error: Annotated[float, Meta(ge=50, le=1200)] = 149


class Least(Model):
    """The smallest that prints, in points: a line, words, words in white or several inks."""

    line_pt: Annotated[float, Meta(ge=0, le=2)] = 0.25
    text_pt: Annotated[float, Meta(ge=1, le=12)] = 4
    reversed_text_pt: Annotated[float, Meta(ge=1, le=24)] = 8


class Condition(Model):
    """The printing condition: its registered identifier and name; `profile` names a shipped ICC profile, or a file,
    relative to the project."""

    condition: Annotated[str, Meta(min_length=1)]
    name: Annotated[str, Meta(min_length=1)]
    registry: str = "http://www.color.org"
    profile: str = ""


class Marks(Model):
    """What stands around the trim."""

    style: MarksStyle = MarksStyle.JAPANESE
    has_colour_bar: bool = True
    has_slug_line: bool = True


class Preset(Model):
    """What a preset file says. Lengths wear their units; `ink_limit` is in percent."""

    id: str
    extends: str = ""
    title: str
    standard: Literal["press-x4", "press-x1a"] = "press-x4"
    bleed_mm: Annotated[float, Meta(ge=0, le=3)] = 3
    safe_area_mm: Annotated[float, Meta(ge=0, le=20)] = 3
    folio_safe_mm: Annotated[float, Meta(ge=0, le=20)] = 5
    ink_limit: Annotated[float, Meta(ge=200, le=400)] = 300
    resolution: Resolution = Resolution()
    least: Least = Least()
    spots: tuple[SpotName, ...] = ()
    output: Condition
    marks: Marks = Marks()


def preset_names(root: Path) -> tuple[str, ...]:
    """The presets a project may name: its own in `content/presets/`, and the built-in ones."""
    files = [*(root / "content" / "presets").glob("*.yaml"), *_BUILTIN.glob("*.yaml")]
    return tuple(sorted({file.stem for file in files}))


def read_preset(root: Path, name: str, report: Report, span: Span | None = None) -> Preset | None:
    """The preset of this name, laid over the one it extends; None with findings where it is unknown or wrong."""
    node = _complete(root, name, report, span, ())
    return validate(Preset, node, report) if node is not None else None


def _complete(root: Path, name: str, report: Report, span: Span | None, above: tuple[str, ...]) -> MappingNode | None:
    own = root / "content" / "presets" / f"{name}.yaml"
    path = next((each for each in (own, _BUILTIN / f"{name}.yaml") if each.is_file()), None)
    if path is None or name in above:
        names = preset_names(root)
        near = nearest(name, names)
        known = message("known are: {known}", known=", ".join(names))
        hint = message("did you mean “{near}”?", near=near) if near else known
        report.add(error("edition.preset", message("there is no preset “{name}”", name=name), span, hint))
        return None
    shown = path.relative_to(root).as_posix() if path == own else f"brochure/edition/presets/{path.name}"
    node = read_document(path, shown, report)
    if not isinstance(node, MappingNode):
        return None
    if node.text("id") != path.stem:
        what = message("the preset’s id “{id}” is not the file’s name", id=node.text("id"))
        cure = message("write “id: {stem}”", stem=path.stem)
        report.add(error("edition.preset-name", what, node.span, cure))
        return None
    base = node.text("extends")
    if not base:
        return node
    key = node.get("extends")
    under = _complete(root, base, report, key.span if key else None, (*above, name))
    return laid_over(node, under) if under else None
