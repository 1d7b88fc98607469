"""Whether a case of line composition is followed: one function for each kind, each returning what is wrong, or nothing.

What is looked at is what the engine gives away: the lines of `compose`, the account of `set_lines`, and the places of
the glyphs handed to the PDF writer.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from msgspec.structs import replace

from benchmarks.type_styles import CONVENTIONS, EM, GlyphPlace, glyph_places, style
from brochure.typesetting.character_classes import CLOSING_BRACKET, COMMA, FULL_STOP, MIDDLE_DOT, OPENING_BRACKET
from brochure.typesetting.compose import SetLine, compose, set_lines
from brochure.typesetting.conventions import Conventions, Hanging, KinsokuLevel
from brochure.typesetting.paragraph import Alignment, LastLine, Paragraph, ParagraphStyle, Run, paragraph
from brochure.typesetting.phrase_finder import phrases_of
from brochure.typesetting.ruby import Ruby, RubyKind
from brochure.typesetting.spacing import spaced_class
from brochure.typesetting.writing_mode import WritingMode

Case = Mapping[str, Any]
LANGUAGES = {"ja": "ja", "zh": "zh_CN", "zh-Hans": "zh_CN", "zh-CN": "zh_CN", "zh-Hant": "zh_TW", "zh-TW": "zh_TW"}
_ENDLESS = 10_000.0  # em
_NEAR = 0.002  # em: lengths are whole thousandths
_PAD = "国国国国"
_LEVELS = {
    "very strict": KinsokuLevel.VERY_STRICT,
    "very loose": KinsokuLevel.VERY_LOOSE,
    "strict": KinsokuLevel.STRICT,
    "loose": KinsokuLevel.LOOSE,
}
_CSS_LEVELS = {
    "strict": KinsokuLevel.CSS_STRICT,
    "normal": KinsokuLevel.CSS_NORMAL,
    "loose": KinsokuLevel.CSS_LOOSE,
    "anywhere": KinsokuLevel.VERY_LOOSE,
}
_HANGING = {"allow-end": Hanging.ALLOW, "force-end": Hanging.FORCE}
_CLOSING = frozenset({CLOSING_BRACKET, COMMA, FULL_STOP})


def wrong(case: Case) -> str:
    """What of a case is not followed; empty where all of it is. Raises KeyError for a kind that is unknown."""
    unknown = [key for key in case["expect"] if key not in _KNOWN]
    return _KINDS[case["kind"]](case) or (f"nothing is known of {', '.join(unknown)}" if unknown else "")


def principle(case: Case) -> str:
    """Why a case is not followed on principle; empty where it is to be followed."""
    if case["kind"] == "phrase" and case["source"]["name"] == "ICU":
        return "phrases are BudouX's; these are the output of another program's dictionary, no editorial standard"
    if case["kind"] == "break" and any(
        unicodedata.category(case["text"][at]).startswith("M") for at in case["expect"].get("break_allowed_at", ())
    ):
        return "a mark is never parted from what it stands on, be it a space (UAX #29)"
    return ""


def language_of(case: Case) -> str:
    """The engine's tag for a case's language."""
    return LANGUAGES.get(case["lang"], case["lang"] if case["lang"] in CONVENTIONS else "und")


def conventions_of(case: Case) -> Conventions:
    """The conventions a case's profile and options name; a narrow measure relaxes nothing.

    A language without a table of its own breaks by UAX #14.
    """
    options = case["options"]
    language = language_of(case)
    rules = replace(CONVENTIONS["und" if language == "en" else language], narrow=0)
    if case["profile"] == "css":
        rules = replace(rules, level=_CSS_LEVELS.get(options.get("line_break"), rules.level))
    elif "jlreq_level" in options:
        rules = replace(rules, level=_LEVELS[options["jlreq_level"]])
    return replace(rules, hanging=_HANGING.get(options.get("hanging"), Hanging.OFF))


def _style(case: Case, alignment: Alignment = Alignment.START, **changes: object) -> ParagraphStyle:
    vertical = case["writing_mode"].startswith("vertical")
    mode = WritingMode.VERTICAL if vertical else WritingMode.HORIZONTAL
    return style(language_of(case), alignment, conventions_of(case), writing_mode=mode, **changes)


def _lines(case: Case) -> str:
    chosen = _style(case)
    made = compose(paragraph(case["text"], chosen), case["width_em"] * EM)
    got = [line.text for line in made.lines]
    wanted = case["expect"]["lines"]
    if [line.rstrip(" ") for line in got] != [line.rstrip(" ") for line in wanted]:
        return f"lines {got}, not {wanted}"
    ends = [line.end for line in made.lines[:-1]]
    if any(at not in ends for at in case["expect"].get("break_at", ())):
        return f"lines end at {ends}, not {case['expect']['break_at']}"
    forbidden = [at for at in case["expect"].get("no_break_at", ()) if at in ends]
    return f"a line ends at {forbidden}" if forbidden else ""


def _break(case: Case) -> str:
    expect, chosen = case["expect"], _style(case)
    found = [f"no line ends at {at}" for at in expect.get("break_allowed_at", ()) if not _may_end(case, chosen, at)]
    found += [f"a line ends at {at}" for at in expect.get("break_prohibited_at", ()) if _may_end(case, chosen, at)]
    found += [f"{at} is parted" for at in expect.get("no_expansion_at", ()) if _is_parted(case, at)]
    return ", ".join(found)


def _may_end(case: Case, chosen: ParagraphStyle, at: int) -> bool:
    """Whether the first line ends before text[at] where what stands before it just fits."""
    before = _PAD + ("\u200b" if unicodedata.category(case["text"][0]).startswith("M") else "")
    copy = before + case["text"] + _PAD
    whole = next(iter(set_lines(paragraph(copy, chosen), _ENDLESS * EM)))
    galley = whole.placing.galley
    wanted = len(before) + at
    if wanted not in galley.starts:
        return False
    cluster = galley.starts.index(wanted)
    measure = (galley.width(0, cluster) + 1) * EM / 1000
    line = compose(paragraph(copy, chosen), measure).lines[0]
    return line.end == wanted


def _is_parted(case: Case, at: int) -> bool:
    """Whether justifying a line by two ems and a half puts anything before text[at]."""
    chosen = _style(case, Alignment.JUSTIFIED, last_line=LastLine.JUSTIFIED)
    natural = compose(paragraph(case["text"], _style(case)), _ENDLESS * EM).lines[0].width
    line = next(iter(set_lines(paragraph(case["text"], chosen), natural + 2.5 * EM))).placing
    inner = [cluster for cluster, start in enumerate(line.galley.starts[:-1]) if start == at]
    return any(line.deltas.get(cluster - 1, 0) for cluster in inner)


def _advance(case: Case) -> str:
    checks = {check: None for key, check in _ADVANCES.items() if key in case["expect"]}
    return ", ".join(filter(None, (check(case) for check in checks)))


def _endless(case: Case, text: str) -> SetLine:
    return next(iter(set_lines(paragraph(text, _style(case)), _ENDLESS * EM)))


def _boxes(case: Case) -> list[float]:
    """How much of the line each character of 国 text 国 takes, its own blank with it, without the two 国."""
    line = _endless(case, f"国{case['text']}国").placing
    galley = line.galley
    widths = [galley.bodies[at] / 1000 for at in range(galley.total)]
    for at in range(galley.total - 1):
        before, after = spaced_class(galley.codes[at]), spaced_class(galley.codes[at + 1])
        gap = galley.gap(at) / 1000
        of_after = min(gap, 0.25) if after == MIDDLE_DOT else 0.0
        if before in _CLOSING:
            of_before = min(gap - of_after, 0.5)
        else:
            of_before = min(gap - of_after, 0.25) if before == MIDDLE_DOT else 0.0
        if after == OPENING_BRACKET:
            of_after = gap - of_before
        widths[at] += of_before
        widths[at + 1] += of_after
    return widths[1:-1]


def _total(case: Case) -> str:
    made = compose(paragraph(f"国{case['text']}国", _style(case)), _ENDLESS * EM).lines[0]
    places = glyph_places(made)
    got = places[-1].along - places[0].along - 1
    return _unlike("together", got, case["expect"]["total_em"])


def _advance_class(case: Case) -> str:
    got = "".join("F" if width >= 0.8 else "H" for width in _boxes(case))
    wanted = case["expect"]["advance_class"]
    return "" if got == wanted else f"{got}, not {wanted}"


def _advances(case: Case) -> str:
    got = _boxes({**case, "text": case["text"][1:-1]}) if case["text"][0] == "国" == case["text"][-1] else _boxes(case)
    wanted = case["expect"]["advances_em"]
    full = [1.0, *got, 1.0] if len(got) < len(wanted) else got
    pairs = enumerate(zip(full, wanted, strict=True))
    return ", ".join(filter(None, (_unlike(f"character {at}", has, should) for at, (has, should) in pairs)))


def _body_gaps(case: Case) -> str:
    galley = _endless(case, case["text"]).placing.galley
    starts = list(galley.starts)
    found = (
        _unlike(f"gap {gap['between']}", galley.gap(starts.index(gap["between"][0])) / 1000, gap["value"])
        for gap in case["expect"]["body_gaps_em"]
    )
    return ", ".join(filter(None, found))


def _origins(case: Case) -> str:
    wanted = case["expect"]["origin_distance_em"]
    made = compose(paragraph(case["text"], _style(case)), _ENDLESS * EM).lines[0]
    places = _by_character(glyph_places(made))
    return _unlike("origins apart", places[wanted["to"]] - places[wanted["from"]], wanted["value"])


def _middle_gap(case: Case) -> str:
    galley = _endless(case, case["text"]).placing.galley
    middle = list(galley.starts).index(len(case["text"]) // 2)
    return _unlike("gap between the bodies", galley.gap(middle - 1) / 1000, case["expect"]["gap_between_bodies_em"])


def _delta(case: Case) -> str:
    made = compose(paragraph(case["text"], _style(case)), _ENDLESS * EM).lines[0]
    places = glyph_places(made)
    got = places[-1].along - places[0].along - (len(case["text"]) - 1)
    return _unlike("against solid", got, case["expect"]["delta_vs_solid_fullwidth_em"])


def _boundary(case: Case) -> str:
    galley = _endless(case, case["text"]).placing.galley
    starts = list(galley.starts)
    found: list[str] = []
    for key, wanted in (("boundary_space_at", True), ("no_boundary_space_at", False)):
        for at in case["expect"].get(key, ()):
            before = galley.codes[starts.index(at) - 1]
            gap = galley.gap(starts.index(at) - 1) - (500 if spaced_class(before) in _CLOSING else 0)
            if (gap > 0) is not wanted:
                found.append(f"{'no ' if wanted else ''}space at {at}")
    return ", ".join(found)


def _head_blank(case: Case) -> str:
    line = _endless(case, case["text"]).placing
    return _unlike("blank at the head", line.edge(0) / 1000, case["expect"]["first_glyph_leading_blank_em"])


def _last_advance(case: Case) -> str:
    chosen = _style(case, Alignment.JUSTIFIED)
    measure = case["width_em"] * EM
    got = [line.text for line in compose(paragraph(case["text"], chosen), measure).lines]
    if got != case["expect"].get("lines", got):
        return f"lines {got}, not {case['expect']['lines']}"
    first = next(iter(set_lines(paragraph(case["text"], chosen), measure)))
    galley = first.placing.galley
    advance = (galley.bodies[first.placing.last] + first.cut.end_gap) / 1000
    return _unlike("the last takes", advance, case["expect"]["last_glyph_advance_em"])


def _squeezed(case: Case) -> str:
    before, after = case["expect"]["squeezed_pair"]
    galley = _endless(case, case["text"]).placing.galley
    starts = list(galley.starts)
    natural = galley.edges[starts.index(after) + 1] - galley.edges[starts.index(before)]
    is_squeezed = natural < 2000
    return "" if is_squeezed is case["expect"]["squeezed"] else f"{natural / 1000} em for the two"


def _phrase(case: Case) -> str:
    ends: list[int] = []
    at = 0
    for phrase in phrases_of(case["text"], language_of(case)):
        at += len(phrase)
        ends.append(at)
    wanted = case["expect"]["phrase_breaks_at"]
    got = [end for end in ends if end < len(case["text"])]
    return "" if got == [at for at in wanted if 0 < at < len(case["text"])] else f"phrases end at {got}, not {wanted}"


def _ruby(case: Case) -> str:
    chosen = _style(case)
    runs: list[Run] = []
    at = 0
    for ruby in case["options"]["ruby"]:
        first, end = ruby["base"]
        runs += [Run(case["text"][at:first], chosen.text)] if at < first else []
        kind = RubyKind(ruby["mode"])
        parts = tuple(ruby.get("parts", ())) or _readings(ruby["text"], end - first, kind)
        runs.append(Run(case["text"][first:end], chosen.text, ruby=Ruby(parts, kind, ruby["scale"])))
        at = end
    runs += [Run(case["text"][at:], chosen.text)] if at < len(case["text"]) else []
    made = compose(Paragraph(tuple(runs), chosen), _ENDLESS * EM).lines[0]
    return _ruby_unlike(case, glyph_places(made))


def _readings(text: str, bases: int, kind: RubyKind) -> tuple[str, ...]:
    """A jukugo word's readings where a case gives them joined: as even as may be, the earlier the longer."""
    if kind is not RubyKind.JUKUGO:
        return (text,)
    cuts = [-(-len(text) * number // bases) for number in range(bases + 1)]
    return tuple(text[begin:end] for begin, end in pairwise(cuts))


def _ruby_unlike(case: Case, places: list[GlyphPlace]) -> str:
    expect, ruby = case["expect"], case["options"]["ruby"][0]
    first, end = ruby["base"]
    bases = [place.along for place in places if not place.is_silent]
    small = [place.along for place in places if place.is_silent]
    begin = min(small[0], bases[first])
    finish = max(small[-1] + ruby["scale"], bases[end - 1] + 1)
    got: dict[str, Any] = {
        "block_width_em": finish - begin,
        "ruby_start_em": [each - begin for each in small],
        "base_start_em": [each - begin for each in bases[first:end]],
        "base_width_em": bases[end - 1] + 1 - bases[first],
    }
    if first:
        got["overhang_start_em"] = max(0.0, bases[first - 1] + 1 - begin)
    if end < len(bases):
        got["overhang_end_em"] = max(0.0, finish - bases[end])
    found: list[str] = []
    for key, wanted in expect.items():
        if key == "as_group":
            continue
        has = got[key]
        if isinstance(wanted, list) != isinstance(has, list):
            has, wanted = (has[0], wanted) if isinstance(has, list) else (has, wanted[0])
        pairs = zip(has, wanted, strict=True) if isinstance(wanted, list) else [(has, wanted)]
        if any(abs(one - other) > _NEAR for one, other in pairs):
            found.append(f"{key} {has}, not {wanted}")
    return ", ".join(found)


def _by_character(places: list[GlyphPlace]) -> dict[int, float]:
    """Where each character's glyph stands, by its offset in the copy."""
    found: dict[int, float] = {}
    at = 0
    for place in places:
        if place.text and not place.is_silent:
            found[at] = place.along
            at += len(place.text)
    return found


def _unlike(what: str, got: float, wanted: float) -> str:
    return "" if abs(got - wanted) <= _NEAR else f"{what} {got:.3f} em, not {wanted:g}"


_KINDS: dict[str, Callable[[Case], str]] = {
    "lines": _lines,
    "break": _break,
    "advance": _advance,
    "phrase": _phrase,
    "ruby": _ruby,
}
_ADVANCES: dict[str, Callable[[Case], str]] = {
    "total_em": _total,
    "advance_class": _advance_class,
    "advances_em": _advances,
    "body_gaps_em": _body_gaps,
    "origin_distance_em": _origins,
    "gap_between_bodies_em": _middle_gap,
    "delta_vs_solid_fullwidth_em": _delta,
    "boundary_space_at": _boundary,
    "no_boundary_space_at": _boundary,
    "first_glyph_leading_blank_em": _head_blank,
    "last_glyph_advance_em": _last_advance,
    "squeezed_pair": _squeezed,
}
_KNOWN = frozenset(
    {
        *_ADVANCES,
        *("lines", "break_at", "no_break_at", "break_allowed_at", "break_prohibited_at", "no_expansion_at"),
        *("phrase_breaks_at", "block_width_em", "ruby_start_em", "base_start_em", "base_width_em", "as_group"),
        *("overhang_start_em", "overhang_end_em", "squeezed"),
    }
)
"""Every expectation that is looked at: another is told, not passed over."""
