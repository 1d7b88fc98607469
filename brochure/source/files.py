"""The edge of the file system: an author's file as text, a result written whole or not at all."""

from __future__ import annotations

import codecs
import contextlib
import errno
import os
import re
from pathlib import Path

from brochure.diagnostics import BrochureError, Message, Report, Span, error, message

_WIDE_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def read_text(path: Path, name: str, report: Report) -> str | None:
    """The text of a file without its byte order mark, or None and a finding where it cannot be read as UTF-8."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        report.add(error("source.missing-file", message("the file is missing"), Span(name)))
        return None
    except OSError as problem:
        reason = problem.strerror or "unknown reason"
        report.add(
            error("source.unreadable-file", message("the file cannot be read ({reason})", reason=reason), Span(name))
        )
        return None
    return decode(data, name, report)


def decode(data: bytes, name: str, report: Report) -> str | None:
    """Bytes as text; a finding at the first byte that is not UTF-8 names the encoding the file seems to be in."""
    for mark, encoding in _WIDE_ENCODINGS:
        if data.startswith(mark):
            report.add(_not_utf8(Span(name), encoding))
            return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = data[: problem.start].decode("utf-8-sig", "replace")
        lines = re.split(r"\r\n|\r|\n", before)
        report.add(_not_utf8(Span(name, len(lines), len(lines[-1]) + 1), _guess(data)))
        return None


def _not_utf8(span: Span, encoding: str):
    cure = message("save the file again as UTF-8 (in Notepad: Save as, Encoding UTF-8)")
    if encoding:
        what = message("the file is not UTF-8; it seems to be {encoding}", encoding=encoding)
    else:
        what = message("the file is not UTF-8, from this byte on")
    return error("source.not-utf8", what, span, cure)


def _guess(data: bytes) -> str:
    """The encoding of the office the bytes most likely come from: the one that gives the most everyday characters."""
    if data.count(0) > len(data) // 4:
        return "UTF-16"
    scores = {"Shift_JIS (cp932)": _everyday(data, "cp932"), "GB18030": _everyday(data, "gb18030")}
    scores["Big5"] = _everyday(data, "big5")
    scores["EUC-JP"] = _everyday(data, "euc_jp")
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0.6 else ""


def _everyday(data: bytes, encoding: str) -> float:
    """The share of the characters beyond ASCII that are kana, or among those each script writes most; 0: impossible."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    wide = [character for character in text if ord(character) > 0x7F]
    if not wide:
        return 0.0
    own = "　、。「」（）・ー，：；“”年月日市港国人中大会友好交流代表団团的是在有"
    kana = sum(1 for each in wide if "ぁ" <= each <= "ヶ")
    common = sum(1 for each in wide if each in own)
    han = sum(1 for each in wide if "一" <= each <= "鿿")
    return (1.5 * kana + 1.5 * common + 0.8 * han) / len(wide)


def write_safely(path: Path, data: bytes) -> None:
    """Write a file under another name beside it, then rename: a failure leaves the last good file as it was.

    Raises BrochureError with `output.…` where the folder or the disk refuses.
    """
    partial = path.with_name(f".{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as problem:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise BrochureError([error(*_refusal(path, problem))]) from problem
    except BaseException:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise


def _refusal(path: Path, problem: OSError) -> tuple[str, Message, None, Message]:
    file = path.as_posix()
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return (
            "output.disk-full",
            message("the disk is full: “{file}” was not written", file=file),
            None,
            message("make room on the disk and run again; the last good file is untouched"),
        )
    return (
        "output.unwritable",
        message("“{file}” cannot be written ({reason})", file=file, reason=problem.strerror or "unknown reason"),
        None,
        message("close the file where it is open, or name another folder with -o; the last good file is untouched"),
    )
