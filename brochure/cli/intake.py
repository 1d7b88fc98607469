"""`brochure import timeline FILE --into content/exchanges/….yaml`: what a spreadsheet brings, shown, then written."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.display import shown, width
from brochure.cli.project import readable_path
from brochure.content.booklet import Booklet, read_booklet
from brochure.content.exchange import Exchange
from brochure.content.written_in import OVERRIDES
from brochure.diagnostics import BrochureError, Message, Report, UsageError, error, message
from brochure.intake.comparison import Outcome, Verdict, written
from brochure.intake.overridden import overridden, own_entries
from brochure.intake.timeline import Intake, take_in, tell, written_into

Cells: TypeAlias = tuple[str, ...]

OUTCOMES: dict[Outcome, Message] = {
    Outcome.NEW: message("new"),
    Outcome.CHANGED: message("changed"),
    Outcome.SAME: message("same"),
    Outcome.UNCLEAR: message("unclear"),
}
_HEADS = (message("row"), message("result"), message("date"), message("headline"))


def take_in_timeline(options: Options, console: Console, report: Report) -> None:
    """Show what each row of a spreadsheet becomes; without --dry-run write it into the exchange's file."""
    booklet = read_booklet(console.root, report)
    report.raise_if_errors()
    exchange, path, name = _exchange(options.into, booklet, console)
    intake = take_in(Path(options.file), exchange, booklet)
    _show(intake, console)
    tell(intake, Path(os.path.relpath(options.file, console.root)).as_posix(), report)
    report.extend(overridden(intake.verdicts, exchange.id, booklet))
    if options.is_dry or not (intake.of(Outcome.NEW) or intake.of(Outcome.CHANGED)):
        return
    reserved = {entry.id for _, entry in own_entries(exchange.id, booklet)}
    changed = written_into(path, name, intake.verdicts, report, reserved)
    if changed is None:
        raise BrochureError(report.ordered())
    changed.write(path)
    console.say(message("written: {file}", file=readable_path(path, Path.cwd())))


def _exchange(into: str, booklet: Booklet, console: Console) -> tuple[Exchange, Path, str]:
    """The exchange a file or an id names."""
    stem = Path(into).stem
    exchange = booklet.exchanges.get(stem)
    path = console.root / "content" / "exchanges" / f"{stem}.yaml"
    if exchange is None or not path.is_file() or OVERRIDES in Path(into).parts:
        known = ", ".join(f"content/exchanges/{id_}.yaml" for id_ in booklet.exchanges)
        what = message("there is no exchange “{name}” to import into", name=into)
        raise UsageError([error("usage.unknown", what, None, message("known are: {known}", known=known))])
    return exchange, path, f"content/exchanges/{stem}.yaml"


def _show(intake: Intake, console: Console) -> None:
    """The table: a row for every row of the sheet, below it what would change and what was left out; then the sums."""
    if console.format == "json":
        for verdict in intake.verdicts:
            console.result(json.dumps(_fields(verdict, console), ensure_ascii=False))
        return
    say = console.speaker.say
    table = [tuple(say(head) for head in _HEADS), *(_cells(verdict, console) for verdict in intake.verdicts)]
    widths = [max(width(row[column]) for row in table) for column in range(len(_HEADS) - 1)]
    for row, details in zip(table, ((), *(_details(verdict) for verdict in intake.verdicts)), strict=True):
        padded = (cell + " " * (room - width(cell)) for cell, room in zip(row, widths, strict=False))
        console.result("  ".join((*padded, row[-1])).rstrip())
        for detail in details:
            console.result("      " + shown(say(detail)))
    console.result(say(_sums(intake)))


def _sums(intake: Intake) -> Message:
    return message(
        "{new} new, {changed} changed, {same} the same, {unclear} unclear; "
        "besides these {above} rows above the heads, {heads} of heads, {empty} empty",
        new=len(intake.of(Outcome.NEW)),
        changed=len(intake.of(Outcome.CHANGED)),
        same=len(intake.of(Outcome.SAME)),
        unclear=len(intake.of(Outcome.UNCLEAR)),
        above=sum(count.above for count in intake.counts),
        heads=sum(count.heads for count in intake.counts),
        empty=sum(count.empty for count in intake.counts),
    )


def _cells(verdict: Verdict, console: Console) -> Cells:
    candidate = verdict.candidate
    where = f"{candidate.sheet}!{candidate.row}" if candidate.sheet else str(candidate.row)
    date = written(candidate)["date"] if candidate.date is not None and not candidate.unclear else "—"
    return where, console.speaker.say(OUTCOMES[verdict.outcome]), date, shown(candidate.headline or "—")


def _details(verdict: Verdict) -> Iterator[Message]:
    """What would change, why a row is unclear, what was left out."""
    for change in verdict.changes:
        if change.before:
            yield message("{key}: {before} → {after}", key=change.key, before=change.before, after=change.after)
        else:
            yield message("{key}: + {after}", key=change.key, after=change.after)
    if verdict.outcome is Outcome.NEW:
        values = written(verdict.candidate)
        for key in ("until", "season", "is_about", "people", "breakdown", "leader", "place"):
            if key in values:
                yield message("{key}: {after}", key=key, after=_short(verdict, key, values[key]))
        if verdict.candidate.is_kind_supposed:
            yield message("kind: {kind} (supposed from the headline)", kind=values["kind"])
    yield from verdict.reasons
    yield from verdict.candidate.remarks


def _short(verdict: Verdict, key: str, words: str) -> str:
    """A value as the table shows it: of a breakdown the words and numbers alone."""
    party = verdict.candidate.party
    if key != "breakdown" or party is None:
        return words
    return " + ".join(
        (*(f"{what} {count}" for what, count in party.parts), *((f"… {party.rest}",) if party.rest else ()))
    )


def _fields(verdict: Verdict, console: Console) -> dict[str, object]:
    candidate = verdict.candidate
    return {
        "sheet": candidate.sheet,
        "row": candidate.row,
        "result": verdict.outcome.value,
        "entry": verdict.entry.id if verdict.entry else "",
        "headline": candidate.headline,
        "values": written(candidate) if candidate.date is not None and "kind" in candidate.values else {},
        "changes": [{"key": each.key, "before": each.before, "after": each.after} for each in verdict.changes],
        "reasons": [console.speaker.say(reason) for reason in verdict.reasons],
        "remarks": [console.speaker.say(remark) for remark in candidate.remarks],
    }
