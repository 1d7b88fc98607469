"""The composing stick: clusters are set into it item by item, then what stands between them is put in.

Lengths in thousandths of the paragraph's em. It ends up holding the galley's arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from brochure.typesetting.gaps import Gaps, room_of_space
from brochure.typesetting.itemise import Item, Kind, itemise
from brochure.typesetting.line_ends import by_unicode, cluster_at, hyphenated, refined, upright_figures
from brochure.typesetting.paragraph import HeadBracket, ParagraphStyle, Run, Setting
from brochure.typesetting.segment import Segment
from brochure.typesetting.set_item import set_item
from brochure.typesetting.shape import picked
from brochure.typesetting.spacing import (
    BRACKET_AND_SPACES,
    EXCEPTIONS,
    HALF_SIGNS,
    KANA,
    MARKS,
    OPENING,
    PARTING,
    PLAIN_CODE,
    SPACE,
    codes_of,
    pairs_of,
    scaled,
)

if TYPE_CHECKING:
    from brochure.typesetting.ruby_setting import RubyPlace

_EM = 1000


class Stick:
    """What has been set so far; `fill` sets the whole copy."""

    def __init__(self, runs: tuple[Run, ...], style: ParagraphStyle, is_relaxed: bool) -> None:
        self._runs = runs
        self._style = style
        self._codes_of = codes_of(style.conventions, style.is_vertical)
        self.pairs = pairs_of(style.conventions, is_relaxed)
        self._parts: list[str] = []
        self._begins: list[Sequence[int]] = []
        self._visits: list[tuple[int, int]] = []
        self._pens: list[int] = []
        self._known: list[tuple[int, Gaps]] = []
        self._tracking: list[int] = []
        self._is_mixed = any(run.style.size != style.text.size or run.style.tracking for run in runs)
        self.text = runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)
        self.codes = ""
        self.starts: Sequence[int] = ()
        self.bodies: list[int] = []
        self.offsets: dict[int, int] = {}
        self.segments: list[Segment] = []
        self.scales: list[float] = []
        self.steps: list[int] = []
        self.partings: list[int] = []
        self.rooms: list[int] = []
        self.roomy: set[int] = set()
        self.may_end = bytearray()
        self.heads: dict[int, int] = {}
        self.tails: dict[int, int] = {}
        self.hyphens: set[int] = set()
        self.rubies: list[RubyPlace] = []
        self.closed: set[int] = set()
        self._held: dict[int, int] = {}
        self._ruby_places: tuple[RubyPlace, ...] = ()

    def fill(self) -> None:
        """Set the whole copy: bodies, then gaps, then where lines may end, then what stands beside the line."""
        for item in itemise(self._runs, self._style):
            self._set(item)
        self.codes = "".join(self._parts)
        self.starts = self._joined_starts()
        self._narrow()
        self._space()
        self._end()
        if any(run.ruby for run in self._runs):
            self._add_rubies()

    def moves(self) -> dict[int, int]:
        """What the pen must move after a cluster beyond the font's own widths, where not 0."""
        count = len(self.bodies)
        steps, pens, offset = self.steps, self._pens, self.offsets.get
        found: dict[int, int] = {}
        if not self._is_mixed:
            for first, known in self._known:
                for at, move in known.moves:
                    found[first + at] = move
        for at in range(count) if self._is_mixed else self._looked_at():
            if at < count:
                found[at] = steps[at] + offset(at + 1, 0) - offset(at, 0) - pens[at]
        return {at: move for at, move in found.items() if move}

    def _looked_at(self) -> set[int]:
        found: set[int] = set()
        for first, end in self._visits:
            found.update(range(first - 1 if first else 0, end))
        for place in self.rubies:
            found.update(range(max(0, place.first - 1), place.end))
        return found

    def _set(self, item: Item) -> None:
        scale = item.style.size / self._style.text.size if self._is_mixed else 1.0
        ids = picked(item)
        first = len(self.bodies)
        if ids is not None:
            count = len(item.text)
            codes = item.text.translate(self._codes_of)
            self._parts.append(codes)
            self._begins.append(range(item.start, item.start + count))
            self.bodies += [_EM] * count
            self._pens += [_EM] * count
            self.segments.append(Segment(first, first + count, item, ids, None, scale))
            self._visits += (
                [found.span() for found in EXCEPTIONS.finditer(codes)]
                if not first
                else [(found.start() + first, found.end() + first) for found in EXCEPTIONS.finditer(codes)]
            )
        else:
            self._set_shaped(item, scale)
        if self._is_mixed:
            count = len(self.bodies) - first
            self.scales += [scale] * count
            self._tracking += [round(item.style.tracking * _EM * scale)] * count

    def _set_shaped(self, item: Item, scale: float) -> None:
        if item.kind is Kind.NOTE:
            self._set_note(item, scale)
            return
        known = set_item(item, self._codes_of, self.pairs, self._style.is_vertical)
        shaped = known.shaped
        if not shaped.clusters:
            return
        first = len(self.bodies)
        if item.kind is Kind.ACROSS:
            self._parts.append(PLAIN_CODE)
            self._begins.append((item.start,))
            self.bodies.append(_EM)
            self._pens.append(_EM)
        else:
            self._parts.append(known.codes)
            start = item.start
            self._begins.append([start + at for at in shaped.clusters])
            self.bodies += known.bodies
            self._pens += shaped.pens
            if known.offsets:
                self.offsets.update((first + at, move) for at, move in known.offsets.items())
            self._known.append((first, known.gaps))
        end = len(self.bodies)
        self.segments.append(Segment(first, end, item, shaped.ids, shaped, scale))
        self._visits += ((first, first), (end, end))

    def _set_note(self, item: Item, scale: float) -> None:
        """A warichu as columns, each of two characters one over the other."""
        from brochure.typesetting.warichu import columns  # few booklets have one

        first = len(self.bodies)
        run = replace(self._runs[item.run], setting=Setting.NORMAL, ruby=None)
        small = Stick((run,), replace(self._style, text=run.style), is_relaxed=False)
        small.fill()
        begins, widths = columns(small.starts, [0, *accumulate(small.steps)])
        self._parts.append(PLAIN_CODE * len(begins))
        self._begins.append([item.start + at for at in begins])
        self.bodies += widths
        self._pens += widths
        self.segments.append(Segment(first, len(self.bodies), item, b"", None, scale))
        self._visits.append((first, len(self.bodies)))

    def _joined_starts(self) -> Sequence[int]:
        length = len(self.text)
        if len(self.bodies) == length:
            return range(length + 1)
        starts = list(chain.from_iterable(self._begins))
        if starts:
            starts[0] = 0
        return [*starts, length]

    def _narrow(self) -> None:
        """Give em-wide signs from the case their bodies of half an em; then sizes are brought to the paragraph's em."""
        codes, bodies, offsets = self.codes, self.bodies, self.offsets
        for first, end in self._visits:
            for at in range(first, end):
                move = HALF_SIGNS.get(codes[at])
                if move is not None and bodies[at] == _EM:
                    bodies[at] = _EM // 2
                    if move:
                        offsets[at] = move
        if self._is_mixed:
            scales = self.scales
            self.bodies = [round(body * scale) for body, scale in zip(bodies, scales, strict=True)]
            self._pens = [round(pen * scale) for pen, scale in zip(self._pens, scales, strict=True)]
            self.offsets = {at: round(move * scales[at]) for at, move in offsets.items()}

    def _space(self) -> None:
        """Put in the gaps, what they may give and take, and where lines may end."""
        count = len(self.bodies)
        steps, bodies, codes = self.bodies.copy(), self.bodies, self.codes
        partings, rooms = [PARTING] * count, [0] * count
        may_end = bytearray(b"\1" * (count + 1))
        pair_of, roomy = self.pairs, self.roomy
        if not self._is_mixed:
            for first, known in self._known:
                end = first + len(known.steps)
                steps[first:end], partings[first:end], rooms[first:end] = known.steps, known.partings, known.rooms
                may_end[first + 1 : end + 1] = known.may_end
                roomy.update([first + at for at in known.roomy])
        visits = [(0, count)] if self._is_mixed else self._visits
        for first, end in visits:
            for at in range(first - 1 if first else 0, end if end < count else count - 1):
                pair = pair_of[codes[at : at + 2]]
                steps[at] = bodies[at] + pair.gap
                partings[at] = pair.parting
                if pair.rooms:
                    rooms[at] = pair.rooms
                    roomy.add(at)
                if not pair.may_end:
                    may_end[at + 1] = 0
                if codes[at] == SPACE:
                    rooms[at] = room_of_space(bodies[at], self.scales[at] if self.scales else 1.0)
                    roomy.add(at)
        if count:
            partings[-1] = 0
        self.steps, self.partings, self.rooms, self.may_end = steps, partings, rooms, may_end
        if self._is_mixed:
            self._scale_gaps()

    def _scale_gaps(self) -> None:
        for at in range(len(self.bodies) - 1):
            scale, tracking = self.scales[at], self._tracking[at]
            if scale != 1.0:
                gap = self.steps[at] - self.bodies[at]
                wanted = round(gap * scale)
                self.steps[at] += wanted - gap
                self.partings[at] = round(self.partings[at] * scale)
                if gap and self.codes[at] != SPACE and self.rooms[at]:
                    self.rooms[at] = scaled(self.rooms[at], scale)
            self.steps[at] += tracking

    def _end(self) -> None:
        """What classes do not say of line ends: joiners, web addresses, hyphenation, notes' numbers."""
        if self._style.conventions.is_by_unicode and self.bodies:
            self.may_end = by_unicode(self.text, self.starts)
        else:
            refined(self.may_end, self.text, self.starts, self.segments)
            for found in BRACKET_AND_SPACES.finditer(self.codes) if SPACE in self.codes else ():
                self.may_end[found.end()] = int(found.end() == len(self.bodies))
        for at in upright_figures(self.text, self.starts, self.segments):
            self.may_end[at] = 0
            self._close(at - 1)
        for segment in self.segments:
            run = self._runs[segment.item.run]
            if run.setting is Setting.RAISED and segment.first:
                self.may_end[segment.first] = 0
                self._close(segment.first - 1)
            if run.setting is Setting.WARICHU:  # its columns are never parted: its two lines would not fill them
                for at in range(segment.first, segment.end - 1):
                    self._close(at)
        if self._style.phrase_gap:
            self._part_phrases(round(self._style.phrase_gap * _EM))
        if self._style.head_bracket is HeadBracket.FULL:
            self._keep_blanks()
        if self._style.hyphenation:
            for at, width in hyphenated(self._style.hyphenation, self.starts, self.segments):
                if not self.may_end[at]:
                    self.may_end[at] = 1
                    self.hyphens.add(at)
                    self.tails[at - 1] = width

    def _part_phrases(self, gap: int) -> None:
        """Blanks between phrases (分かち書き); a line end reads as one too, so that lines end nowhere else."""
        from brochure.typesetting.phrase_finder import phrase_begins

        codes = self.codes
        begins = {cluster_at(self.starts, at) for at in phrase_begins(self.text, self._style.text.language)}
        for at in range(1, len(codes)):
            if at not in begins:
                self.may_end[at] = 0
            elif self.may_end[at] and codes[at - 1] not in MARKS and codes[at] not in MARKS:
                self.steps[at - 1] += gap
                self._visits.append((at, at))

    def _keep_blanks(self) -> None:
        """An opening bracket at the head of a line but the paragraph's keeps its half em."""
        for at, each in enumerate(self.codes):
            if at and each == OPENING:
                self.heads[at] = round(_EM // 2 * (self.scales[at] if self.scales else 1.0))

    def _close(self, at: int) -> None:
        """No gap after a cluster."""
        self.steps[at] = self.bodies[at]
        self.partings[at] = self.rooms[at] = 0
        self.roomy.discard(at)
        self.closed.add(at)

    def _add_rubies(self) -> None:
        from brochure.typesetting.ruby_setting import ruby_places  # many booklets have none

        self._ruby_places = tuple(ruby_places(self._runs, self.segments, self.bodies, self._style))
        for place in self._ruby_places:
            self.rubies.append(place)
            self._make_room(place)

    def _make_room(self, place: RubyPlace) -> None:
        """What a ruby block asks of the line: room within, before and after, and where the line may end."""
        block = place.block
        for at, gap in zip(range(place.first, place.end - 1), block.base_gaps, strict=True):
            self._close(at)
            self.steps[at] += gap
            if not place.may_break:
                self.may_end[at + 1] = 0
        if place.first:
            self._push_apart(place.first - 1, block.lead - self._over_kana(place, place.first - 1, block.lead))
        self._push_apart(place.end - 1, block.trail - self._over_kana(place, place.end, block.trail))
        for at in range(place.first, place.end):
            head = place.part(at, place.end)
            tail = place.part(place.first, at + 1)
            inner = sum(block.base_gaps[at - place.first :])
            outer = sum(block.base_gaps[: at - place.first])
            self.heads[at] = head.lead + sum(head.base_gaps) - inner + (head.trail - block.trail)
            self.tails[at] = tail.trail + sum(tail.base_gaps) - outer + (tail.lead - block.lead)
        if place.first == place.end - 1:
            self.heads[place.first], self.tails[place.first] = block.lead, block.trail

    def _over_kana(self, place: RubyPlace, neighbour: int, need: int) -> int:
        """How much of what a reading reaches out may stand over the kana beside it, which has no reading of its own."""
        if not self._style.ruby_over_kana or neighbour >= len(self.codes) or self.codes[neighbour] not in KANA:
            return 0
        if any(other.first <= neighbour < other.end for other in self._ruby_places):
            return 0
        from brochure.typesetting.ruby import overhang

        return overhang(need, 0, round(_EM * place.scale))

    def _push_apart(self, at: int, wanted: int) -> None:
        """See that the gap after a cluster holds what a ruby reaches out; what it holds may no longer shrink."""
        if not wanted or at >= len(self.bodies) - 1:
            return
        gap = self.steps[at] - self.bodies[at]
        held = self._held.get(at, 0) + wanted
        self._held[at] = held
        if held > gap:
            self.steps[at] = self.bodies[at] + held
        self.rooms[at] = 0
        self.roomy.discard(at)
