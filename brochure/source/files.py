"""The edge of the file system: an author's file as text, a result written whole or not at all."""

from __future__ import annotations

import codecs
import contextlib
import errno
import os
import re
from pathlib import Path

from brochure.diagnostics import BrochureError, Diagnostic, Message, Report, Span, error, message

_WIDE_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_ENCODINGS = {
    "utf-32": "UTF-32",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp932": "Shift_JIS (cp932)",
    "gb18030": "GB18030",
    "big5": "Big5",
    "euc_jp": "EUC-JP",
}
"""The names of encodings in messages, by codec."""


def bytes_of(path: Path | str, most: int = -1) -> bytes:
    """A file's bytes, or the first of them: of the hundreds a project has, each in as few calls as may be. Raises
    OSError."""
    with open(path, "rb", buffering=0) as file:
        return file.readall() if most < 0 else file.read(most)


def read_text(path: Path, name: str, report: Report) -> str | None:
    """The text of a file without its byte order mark, or None and a finding where it cannot be read as UTF-8."""
    try:
        data = bytes_of(path)
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
    """Bytes as text; a finding at the first byte that is not UTF-8 names the encoding the file seems to be in.

    Where that is surely known the text is read in it all the same, so that the file's other mistakes are found.
    """
    try:
        if not data.startswith(tuple(mark for mark, _ in _WIDE_ENCODINGS)):
            return data.decode("utf-8-sig")
        before = ""
    except UnicodeDecodeError as problem:
        before = data[: problem.start].decode("utf-8-sig", "replace")
    lines = re.split(r"\r\n|\r|\n", before)
    encoding = encoding_of(data)
    report.add(_not_utf8(Span(name, len(lines), len(lines[-1]) + 1), _ENCODINGS.get(encoding, encoding)))
    return data.decode(encoding, "replace") if encoding else None


def _not_utf8(span: Span, encoding: str) -> Diagnostic:
    cure = message("save the file again as UTF-8 (in Notepad: Save as, Encoding UTF-8)")
    if encoding:
        what = message("the file is not UTF-8; it seems to be {encoding}", encoding=encoding)
    else:
        what = message("the file is not UTF-8, from this byte on")
    return error("source.not-utf8", what, span, cure)


def encoding_of(data: bytes) -> str:
    """The codec a file is most likely written in; "" where nobody can say.

    UTF-8 and byte order marks are sure. Of an office's encodings the one is taken that gives the most everyday
    characters.
    """
    for mark, encoding in _WIDE_ENCODINGS:
        if data.startswith(mark):
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8-sig"
    if data.count(0) > len(data) // 4:
        return "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    scores = {encoding: _everyday(data, encoding) for encoding in ("cp932", "gb18030", "big5", "euc_jp")}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0.6 else ""


_COMMON: dict[str, tuple[str, str, int, int]] = {
    "cp932": ("euc_jp", "kana", 0xB0, 0xCF),
    "gb18030": ("gb2312", "", 0xB0, 0xD7),
    "big5": ("big5", "", 0xA4, 0xC6),
    "euc_jp": ("euc_jp", "kana", 0xB0, 0xCF),
}
"""Of each encoding: the standard whose first level holds the everyday characters, kana, and its first bytes."""
_MARKS = frozenset("　、。「」（）・ー，：；“”《》！？〜～－→○々")


def _everyday(data: bytes, encoding: str) -> float:
    """The share of the characters beyond ASCII that are everyday ones in an encoding's country; 0: impossible."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    standard, kana, first, last = _COMMON[encoding]
    wide = [character for character in text if ord(character) > 0x7F]
    usual = sum(
        character in _MARKS
        or (bool(kana) and "ぁ" <= character <= "ヶ")
        or ("一" <= character <= "鿿" and first <= character.encode(standard, "replace")[0] <= last)
        for character in wide
    )
    return usual / len(wide) if wide else 0.0


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
