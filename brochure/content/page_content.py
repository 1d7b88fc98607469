"""What every page of an edition says of itself, whatever its type: the fields an editor writes for any page."""

from enum import StrEnum

from brochure.content.identity import PictureId
from brochure.content.text import Text
from brochure.source.validate import Model


class Mode(StrEnum):
    """How the languages of a booklet stand together.

    SINGLE    one language alone
    FACING    the same page once a language, side by side on a spread
    PARALLEL  a column a language, their paragraphs beginning on the same line of the grid
    STACKED   one under the other: titles, captions, the cells of tables, the names on maps
    """

    SINGLE = "single"
    FACING = "facing"
    PARALLEL = "parallel"
    STACKED = "stacked"


class NotesAt(StrEnum):
    """Where the notes of some prose stand.

    FOOT  at the foot of the column they are called in (脚注)
    SIDE  beside the line they are called in: at the fore-edge of horizontal copy (傍注), at the head of vertical (頭注)
    """

    FOOT = "foot"
    SIDE = "side"


class PageContent(Model):
    """A page as ordered in an edition file. Page types add their own fields.

    `id` names the page for links and catalogs and is unique in its edition. `title` is set on the page, `kicker` above
    it; `bookmark` stands in the outline where the title would not do. `art` and `seed` choose the page's drawing, and
    `picture` is a photograph in its place.
    `is_listed` keeps a page out of the contents. `mode` says how the languages of a bilingual edition stand on this
    page, where that is not as on the others.
    """

    id: str
    was: str = ""
    type: str
    title: Text
    kicker: Text | None = None
    bookmark: Text | None = None
    art: str = ""
    seed: int = 1
    picture: PictureId | None = None
    is_listed: bool = True
    mode: Mode | None = None


class ProseContent(PageContent):
    """A page of prose. `notes` says where what is noted in it stands."""

    notes: NotesAt = NotesAt.FOOT
