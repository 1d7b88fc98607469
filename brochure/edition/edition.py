"""An edition: the order form of a booklet, from its paper to the pages it is made of."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from brochure.content.dates import PartialDate
from brochure.content.identity import ExchangeId
from brochure.content.names import Names
from brochure.content.page_content import Mode
from brochure.content.text import Text
from brochure.diagnostics import message
from brochure.edition.presets import DEFAULT_PRESET
from brochure.source.model import Model, set_node
from brochure.source.nearest import nearest
from brochure.source.nodes import MappingNode
from brochure.source.words import Checked, Refused

GROUP = "for_each"
"""The key by which an entry of the pages is a group, and a form one of many editions: for each record of a kind."""
PER_RECORD = "{id}"
"""What stands for the record's id in the pages of a group and in a form."""

Medium = Literal["screen", "press", "press-x4", "press-x1a", "proof"]
Imposition = Literal[
    "pages",
    "spreads",
    "saddle-stitch",
    "signature-4",
    "signature-8",
    "signature-16",
    "cover",
    "body",
    "bi-fold",
    "roll-fold",
    "z-fold",
    "gate-fold",
]
"""How pages are laid on the sheets of the press; the functions are in `press/imposition.py`."""


def _paper(name: str) -> str:
    """A paper's name as written; raises Refused for one that is not in the table."""
    if not name:
        return name
    from brochure.edition.papers import PAPERS

    if name not in PAPERS:
        near = nearest(name, tuple(PAPERS))
        known = message("known are: {known}", known=", ".join(PAPERS))
        cure = message("did you mean “{near}”?", near=near) if near else known
        raise Refused("edition.paper", message("there is no paper “{name}”", name=name), cure)
    return name


PaperName = Annotated[str, Checked(_paper)]


class PageOrder(Struct, frozen=True):
    """A page as the author ordered it, not yet read: only its page type knows what may be said of it.

    `key` is the path the keys of its texts begin with: `editions.rumoi.pages.cover`; `former` that before a rename of
    the edition or the page.
    """

    type: str
    id: str
    key: str
    former: str
    node: MappingNode


class Edition(Model):
    """What an edition file says. `pages` are the author's mappings; `orders` is how they are read.

    `mode` SINGLE makes a file of each of the `languages`; in any other mode all of them speak in one file, the first
    leading. `exchange` is the one whose anniversary is kept: `{years}`, `{anniversary}`, `{tie}` and `{date}` in copy
    are the years since its agreement, the same as an anniversary, the agreement's date and the edition's.
    `shares_plates` asks that the languages differ in the black plate alone (版替え): what moves with the copy is black,
    and art stands still. `bound` is the side of the spine: the right where lines are vertical, and pages are leafed the
    other way. `preset` names the printer's wishes that `press` is made by, `imposition` how its pages lie on the
    sheets; the papers, or `spine_mm`, say how thick a bound book is.

    With `for_each` the form is filled in for each record of a kind (`where` and `order_by` as in a group of pages): an
    edition each. `form` is the id of the file it came of, by which its texts are known; `about` the record's name.
    """

    id: str
    was: str = ""
    title: Text
    subtitle: Text | None = None
    publisher: Text | None = None
    size: Literal["a4", "a4-landscape", "a5", "jis-b5", "jis-b6"]
    binding: Literal["saddle-stitch", "perfect", "single-sheet", "unbound"]
    languages: Annotated[tuple[str, ...], Meta(min_length=1)]
    mode: Mode = Mode.SINGLE
    exchange: ExchangeId | None = None
    shares_plates: bool = False
    bound: Literal["left", "right"] = "left"
    media: Annotated[tuple[Medium, ...], Meta(min_length=1)] = ("screen", "press")
    preset: str = DEFAULT_PRESET
    imposition: Imposition = "pages"
    paper: PaperName = ""
    cover_paper: PaperName = ""
    spine_mm: Annotated[float, Meta(ge=0, le=60)] | None = None
    theme: str
    date: PartialDate
    is_sample: bool = False
    for_each: str = ""
    where: Any = None
    order_by: str = ""
    pages: Annotated[tuple[Any, ...], Meta(min_length=1)]

    @property
    def form(self) -> str:
        """The id of the file it was read from."""
        return self.id

    @property
    def about(self) -> Names | None:
        """The name of the record it is filled in for."""
        return None

    @property
    def group(self) -> MappingNode | None:
        """What the file says of the records it is for; None where it is one edition."""
        return self.node if self.for_each else None

    def filled_in(self, record: str, names: Names | None, pages: Iterable[MappingNode]) -> "Edition":
        """The edition of one record of those the form is for, its `pages` filled in already."""
        words = {name: getattr(self, name) for name in ("title", "subtitle", "publisher")}
        named = {name: replace(text, about=names) for name, text in words.items() if text is not None}
        exchange = self.exchange and self.exchange.replace(PER_RECORD, record)
        fields: dict[str, Any] = {name: getattr(self, name) for name in self.__struct_fields__}
        fields |= {"id": f"{self.id}-{record}", "for_each": "", "where": None, "order_by": "", "exchange": exchange}
        fields |= {**named, "pages": tuple(pages), "of_form": self.id, "of_name": names}
        filled = FilledEdition(**fields)
        if self.node is not None:
            set_node(filled, self.node)
        return filled

    def spine(self, body_pages: int) -> float:
        """The spine's width in millimetres: the printer's own figure, else what the papers and the pages come to."""
        if self.spine_mm is not None:
            return self.spine_mm
        if not self.paper:
            return 0.0
        from brochure.edition.papers import PAPERS, spine_mm

        return spine_mm(body_pages, PAPERS[self.paper], PAPERS[self.cover_paper] if self.cover_paper else None)

    @property
    def leads(self) -> tuple[str, ...]:
        """The languages that lead a file of their own."""
        return self.languages if self.mode is Mode.SINGLE else self.languages[:1]

    def spoken(self, lead: str) -> tuple[str, ...]:
        """The languages that speak in the file a language leads, the leading one first."""
        return (lead,) if self.mode is Mode.SINGLE else self.languages

    def sharing(self, lead: str) -> tuple[str, ...]:
        """The other languages whose files share the plates of the one a language leads, all but the black."""
        is_shared = self.shares_plates and self.mode is Mode.SINGLE
        return tuple(each for each in self.languages if each != lead) if is_shared else ()

    @property
    def orders(self) -> tuple[PageOrder, ...]:
        """The pages in order, groups not yet written out; what is no mapping is left out (the reader has said so)."""
        return tuple(
            PageOrder(
                page.text("type"),
                page.text("id"),
                f"editions.{self.form}.pages.{page.text('id')}",
                f"editions.{self.was or self.form}.pages.{page.text('was') or page.text('id')}",
                page,
            )
            for page in self.pages
            if isinstance(page, MappingNode)
        )


class FilledEdition(Edition):
    """A form filled in for one record: the form's id, and the record's name."""

    of_form: str
    of_name: Names | None

    @property
    def form(self) -> str:
        """The id of the file it was read from."""
        return self.of_form

    @property
    def about(self) -> Names | None:
        """The name of the record it is filled in for."""
        return self.of_name
