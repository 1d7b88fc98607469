"""The account of a build as JSON: what became of every file, and all that was found.

format    "brochure account 1"
files     one entry a file that was asked for, in the order of the editions:
          file      its name in the output folder
          state     made · unchanged (taken from the store) · refused (its pages have errors) · failed
              edition, language, medium, imposition: as ordered; not given for what is unchanged
              bytes, sha256: of a file that lies there; pages, seconds: where it was made
findings  as with --format json: severity, code, message, template, values, place, hints, related
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from brochure.cli.console import Console
from brochure.cli.findings import Sources, as_json
from brochure.diagnostics import Diagnostic
from brochure.press.jobs import Job
from brochure.source.files import write_safely
from brochure.works.batch import Outcome, Product

FORMAT = "brochure account 1"
Entry = dict[str, str | int | float]


def of_outcomes(outcomes: Iterable[Outcome]) -> list[Entry]:
    """An entry for every file of the batches that were begun."""
    entries: list[Entry] = []
    for outcome in outcomes:
        made = {product.job: product for product in outcome.products}
        state = "failed" if outcome.is_stopped else "refused"
        entries.extend(_entry(job, made.get(job), state) for job in outcome.batch.jobs)
    return entries


def of_recalled(paths: Iterable[Path]) -> list[Entry]:
    """An entry for every file that was taken from the store."""
    return [{"file": path.name, "state": "unchanged", **_bytes(path)} for path in paths]


def write_account(path: Path, entries: Sequence[Entry], findings: Iterable[Diagnostic], console: Console) -> None:
    """Write the account, whole or not at all."""
    told = [json.loads(line) for line in as_json(findings, console.speaker, Sources(console.root))]
    account = {"format": FORMAT, "files": entries, "findings": told}
    write_safely(path, (json.dumps(account, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))


def _entry(job: Job, product: Product | None, state: str) -> Entry:
    ordered: Entry = {
        "edition": job.edition,
        "language": job.language,
        "medium": job.medium,
        "imposition": job.way,
    }
    if product is None:
        return {"file": job.file_name, "state": state, **ordered}
    made: Entry = {"pages": product.pages, "bytes": product.size, "sha256": product.digest}
    return {"file": job.file_name, "state": "made", **ordered, **made, "seconds": round(product.seconds, 3)}


def _bytes(path: Path) -> Entry:
    data = path.read_bytes()
    return {"bytes": len(data), "sha256": sha256(data).hexdigest()}
