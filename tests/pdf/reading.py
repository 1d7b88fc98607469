"""A PDF's structure as a hearing reader's program meets it: the tree as indented text, and what its brackets hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf


def outline_of(file: pikepdf.Pdf) -> str:
    """The structure tree, an element a line: role, language, alternative, and the words in its own brackets."""
    pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
    words = [words_of(page) for page in file.pages]
    return "\n".join(_lines(file.Root.StructTreeRoot.K[0], 0, pages, words))


def _lines(element: Any, depth: int, pages: dict[tuple[int, int], int], words: list[dict[int, str]]) -> Iterator[str]:
    line = f"{'  ' * depth}{str(element.S)[1:]}"
    for key, name in (("/Lang", "lang"), ("/Alt", "alt"), ("/ActualText", "spoken")):
        if key in element:
            line += f" {name}={str(element[key])!r}"
    if "/A" in element and "/Scope" in element.A:
        line += f" scope={str(element.A.Scope)[1:]}"
    if "/A" in element and "/ColSpan" in element.A:
        line += f" columns={element.A.ColSpan}"
    kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
    held = ""
    for kid in kids:
        if isinstance(kid, int):
            held += words[pages[element.Pg.objgen]][kid]
        elif kid.get("/Type") == "/MCR":
            held += words[pages[kid.Pg.objgen]][int(kid.MCID)]
        elif kid.get("/Type") == "/OBJR":
            line += f" link={str(kid.Obj.Contents)!r}"
    yield line + (f" {held!r}" if held else "")
    for kid in kids:
        if not isinstance(kid, int) and "/S" in kid:
            yield from _lines(kid, depth + 1, pages, words)


def words_of(page: pikepdf.Page) -> dict[int, str]:
    """The words of each numbered bracket of a page; an ActualText within it stands for what it encloses."""
    maps = {name: _to_unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    open_brackets: list[tuple[int | None, str | None]] = []
    font = ""
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            properties = operands[1] if len(operands) > 1 else {}
            number = int(properties["/MCID"]) if "/MCID" in properties else None
            instead = str(properties["/ActualText"]) if "/ActualText" in properties else None
            if number is not None:
                assert number not in found, f"bracket {number} twice"
                found[number] = ""
            open_brackets.append((number, instead))
            if instead is not None:
                _say(found, open_brackets[:-1], instead)
        elif name == "EMC":
            open_brackets.pop()
        elif name == "Tf":
            font = str(operands[0])
        elif name in ("Tj", "TJ") and not any(instead is not None for _, instead in open_brackets):
            strings = operands[0] if name == "TJ" else operands
            for string in strings:
                if isinstance(string, pikepdf.String):
                    code = bytes(string)
                    said = (maps[font][code[at : at + 2]] for at in range(0, len(code), 2))
                    _say(found, open_brackets, "".join(said))
    assert not open_brackets
    return found


def _say(found: dict[int, str], brackets: list[tuple[int | None, str | None]], text: str) -> None:
    for number, _ in reversed(brackets):
        if number is not None:
            found[number] += text
            return


def _to_unicode(font: Any) -> dict[bytes, str]:
    table: dict[bytes, str] = {}
    for line in font.ToUnicode.read_bytes().decode("ascii").splitlines():
        parts = line.replace("<", "").replace(">", "").split()
        if len(parts) == 2 and line.startswith("<") and len(parts[0]) == 4:
            table[bytes.fromhex(parts[0])] = bytes.fromhex(parts[1]).decode("utf-16-be")
    return table
