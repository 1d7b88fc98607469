"""The structure tree written out: one object an element, and the way back from a bracket or a link to its element.

ISO 32000-1, 14.7.2 to 14.7.4. Elements are numbered and written here in one go: a long book has tens of thousands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct, field

from brochure.drawing.geometry import Rect
from brochure.drawing.structure import Role
from brochure.pdf.metadata import text_string
from brochure.pdf.tagging import Mark, Part, Pressed

_AHEAD = 2  # objects before the sheets' own: the root, the parents


class TreeWriter(Struct):
    """Writes parts as objects whose numbers follow one another. `first` is the number of the tree's root; `pages` are
    the mentions of the sheets' pages, `links` those of the annotations by sheet and number; `rectangle` turns a box of
    a sheet into PDF's axes.
    """

    first: int
    pages: Sequence[str]
    links: Mapping[tuple[int, int], str]
    rectangle: Callable[[int, Rect], str]
    language: str
    _elements: list[str] = field(default_factory=list[str])
    _owners: list[dict[int, str]] = field(default_factory=list[dict[int, str]])
    _pressed: dict[tuple[int, int], str] = field(default_factory=dict[tuple[int, int], str])
    _notes: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    def objects(self, document: Part) -> list[str]:
        """The tree's root, the way back from brackets to elements, and every element, in the order of their numbers."""
        self._owners = [{} for _ in self.pages]
        top = self._element(document, f"{self.first} 0 R", self.language)
        ways = [f"[{' '.join([owners[number] for number in sorted(owners)])}]" for owners in self._owners]
        parts = [f"/Type /StructTreeRoot /K [{top}]", f"/ParentTree {self.first + 1} 0 R"]
        parts.append(f"/ParentTreeNextKey {len(self.pages) + len(self.links)}")
        if self._notes:
            names = " ".join(f"({name}) {mention}" for name, mention in self._notes)
            parts.append(f"/IDTree << /Names [{names}] >>")
        return [f"<< {' '.join(parts)} >>", self._parents(), *ways, *self._elements]

    def _element(self, part: Part, parent: str, language: str) -> str:
        place = len(self._elements)
        mention = f"{self.first + _AHEAD + len(self.pages) + place} 0 R"
        self._elements.append("")
        spoken = tag_of(part.language) or language
        page, kids = self._kids(part, mention, spoken)
        parts = [f"<</S/{part.role}/P {parent}/K {kids}"]
        if page is not None:
            parts.append(f"/Pg {self.pages[page]}")
        if spoken != language:
            parts.append(f"/Lang {text_string(spoken)}")
        if part.alternative:
            parts.append(f"/Alt {text_string(part.alternative)}")
        if part.spoken:
            parts.append(f"/ActualText {text_string(part.spoken)}")
        if part.scope or part.columns > 1:
            scope = f" /Scope /{part.scope}" if part.scope else ""
            spanned = f" /ColSpan {part.columns}" if part.columns > 1 else ""
            parts.append(f"/A << /O /Table{scope}{spanned} >>")
        if part.role is Role.FIGURE and part.box is not None and page is not None:
            parts.append(f"/A << /O /Layout /Placement /Block /BBox [{self.rectangle(page, part.box)}] >>")
        if part.role is Role.NOTE:
            identifier = f"note-{len(self._notes) + 1:05}"
            self._notes.append((identifier, mention))
            parts.append(f"/ID ({identifier})")
        self._elements[place] = "".join((*parts, ">>"))
        return mention

    def _kids(self, part: Part, mention: str, language: str) -> tuple[int | None, str]:
        """What stands in an element, and the sheet of its brackets; those of another sheet name it themselves."""
        page: int | None = None
        kids: list[str] = []
        for each in part.inside:
            if isinstance(each, Part):
                kids.append(self._element(each, mention, language))
            elif isinstance(each, Mark):
                page = each.sheet if page is None else page
                self._owners[each.sheet][each.number] = mention
                kids.append(
                    str(each.number)
                    if each.sheet == page
                    else f"<< /Type /MCR /Pg {self.pages[each.sheet]} /MCID {each.number} >>"
                )
            else:
                kids.append(self._annotation(each, mention))
        return page, kids[0] if len(kids) == 1 and not kids[0].startswith("<<") else f"[{' '.join(kids)}]"

    def _annotation(self, pressed: Pressed, mention: str) -> str:
        key = pressed.sheet, pressed.number
        if key not in self.links:
            return ""
        self._pressed[key] = mention
        return f"<< /Type /OBJR /Obj {self.links[key]} /Pg {self.pages[pressed.sheet]} >>"

    def _parents(self) -> str:
        """The number tree from a page's or an annotation's StructParent to the elements."""
        entries = [f"{sheet} {self.first + _AHEAD + sheet} 0 R" for sheet in range(len(self.pages))]
        for place, key in enumerate(self.links):
            if key in self._pressed:
                entries.append(f"{len(self.pages) + place} {self._pressed[key]}")
        return f"<< /Nums [{' '.join(entries)}] >>"


def count_of(document: Part, sheets: int) -> int:
    """How many objects a tree is written as."""
    return _AHEAD + sheets + _elements_in(document)


def _elements_in(part: Part) -> int:
    return 1 + sum([_elements_in(each) for each in part.inside if isinstance(each, Part)])


def tag_of(language: str) -> str:
    """A language tag as documents write it: `zh-CN` for the catalogs' `zh_CN`."""
    return language.replace("_", "-")
