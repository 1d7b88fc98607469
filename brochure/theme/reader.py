"""Reads a theme: the project's own file `content/themes/NAME.yaml` or a built-in one, laid over the one it extends."""

from __future__ import annotations

from pathlib import Path

from brochure.diagnostics import Report, Span, error, message
from brochure.drawing.colour import percent
from brochure.drawing.structure import Role
from brochure.layout.styles import Readings
from brochure.source.model import changed
from brochure.source.nearest import nearest
from brochure.source.nodes import MappingNode, is_nothing, laid_over
from brochure.source.reader import read_document
from brochure.source.validate import validate
from brochure.theme.orders import GridOrder, StrongOrder, StyleOrder, ThemeOrder
from brochure.theme.theme import GridRule, LineRule, StyleRule, Theme
from brochure.typesetting.paragraph import Alignment, Breaks, HeadBracket, LastLine

_BUILTIN = Path(__file__).parent / "builtin"


def theme_names(root: Path) -> tuple[str, ...]:
    """The themes a project may name: its own and the built-in ones, but for the base."""
    files = [*(root / "content" / "themes").glob("*.yaml"), *_BUILTIN.glob("*.yaml")]
    return tuple(sorted({file.stem for file in files} - {"base"}))


def read_theme(root: Path, name: str, report: Report, span: Span | None = None) -> Theme | None:
    """The theme of this name, complete; None with findings where it is unknown or wrong. `span` is who asked for it."""
    node = _complete(root, name, report, span, ())
    order = validate(ThemeOrder, node, report) if node is not None else None
    return _theme(order, node, report) if order is not None and node is not None else None


def _complete(root: Path, name: str, report: Report, span: Span | None, above: tuple[str, ...]) -> MappingNode | None:
    """The theme's nodes laid over those of the theme it extends."""
    path = next(
        (p for p in (root / "content" / "themes" / f"{name}.yaml", _BUILTIN / f"{name}.yaml") if p.is_file()), None
    )
    if path is None or name in above:
        near = nearest(name, theme_names(root))
        hint = (
            message("did you mean “{near}”?", near=near)
            if near
            else message("known are: {known}", known=", ".join(theme_names(root)))
        )
        report.add(error("theme.unknown", message("there is no theme “{name}”", name=name), span, hint))
        return None
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else f"brochure/theme/builtin/{path.name}"
    node = read_document(path, shown, report)
    if not isinstance(node, MappingNode):
        return None
    base = node.text("extends")
    if not base:
        return node
    key = node.get("extends")
    under = _complete(root, base, report, key.span if key else None, (*above, name))
    return laid_over(node, under) if under else None


def _theme(order: ThemeOrder, node: MappingNode, report: Report) -> Theme | None:
    colours = {name: percent(*inks, name, order.spots.get(name, "")) for name, inks in order.palette.items()}
    for name in order.spots:
        if name not in colours:
            place = node.get("spots")
            what = message("the palette has no colour “{name}” to be an ink of its own", name=name)
            known = message("known are: {known}", known=", ".join(colours))
            report.add(error("theme.spot", what, place.span if place else None, known))
            return None
    grids = {name: _grid(grid) for name, grid in order.grids.items()}
    styles: dict[str, StyleRule] = {}
    for name in order.styles:
        rule = _rule(name, order, node, report)
        if rule is not None:
            styles[name] = rule
    return Theme(order.name, colours, order.families, grids, styles) if len(styles) == len(order.styles) else None


def _grid(order: GridOrder) -> GridRule:
    return GridRule(
        order.size,
        order.characters,
        order.lines,
        order.line_feed,
        order.columns,
        order.column_gap,
        order.inner_mm,
        order.head_mm,
    )


def _rule(name: str, order: ThemeOrder, node: MappingNode, report: Report) -> StyleRule | None:
    style = _resolved(name, order, ())
    styles = node.get("styles")
    place = styles.key(name) if isinstance(styles, MappingNode) else None
    span = place.span if place else None
    if style is None:
        what = message("style “{name}” is like a style that does not exist, or like itself", name=name)
        report.add(error("theme.style", what, span))
        return None
    own = order.styles[name]
    strong = order.strong.get(style.family, StrongOrder(family=style.family))
    for kind, value, known in (
        ("colour", style.colour, order.palette),
        ("family", style.family, order.families),
        ("family", strong.family, order.families),
    ):
        if value in known:
            continue
        if getattr(own, kind) or not own.like:  # what comes from another style is told there
            what = message("style “{name}” has no known {kind}: “{value}”", name=name, kind=kind, value=value)
            report.add(error("theme.style", what, span, message("known are: {known}", known=", ".join(known))))
        return None
    return StyleRule(
        family=style.family,
        weight=style.weight or 400,
        size=style.size or 9.5,
        line_feed=style.line_feed or 0.0,
        lines=style.lines or 0,
        space_before=style.space_before or 0.0,
        alignment=Alignment(style.alignment or "justified"),
        breaks=Breaks(style.breaks or "anywhere"),
        indent=style.indent or {},
        tracking=style.tracking or 0.0,
        latin_gap=order.latin_gap if style.latin_gap is None else style.latin_gap,
        colour=style.colour,
        role=Role(style.role or "P"),
        features=tuple(sorted((style.features or {}).items())),
        readings=Readings(style.ruby or order.ruby),
        ruby_size=style.ruby_size or order.ruby_size,
        strong=(strong.family, strong.weight),
        line=LineRule(
            style.kinsoku,
            style.hanging,
            style.head_bracket or HeadBracket.FLUSH,
            style.last_line or LastLine.START,
            style.tight_marks is not False,
            style.phrase_gap or 0.0,
            bool(style.ruby_over_kana),
        ),
    )


def _resolved(name: str, order: ThemeOrder, above: tuple[str, ...]) -> StyleOrder | None:
    """The style with everything it takes from the one it is like."""
    style = order.styles.get(name)
    if style is None or name in above:
        return None
    if not style.like:
        return style
    base = _resolved(style.like, order, (*above, name))
    written = style.node.values.items() if style.node else ()
    own = {key: getattr(style, key) for key, value in written if not is_nothing(value)}
    return changed(base, **own) if base else None
