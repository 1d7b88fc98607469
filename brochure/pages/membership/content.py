"""What the author orders for an association's page with its application form."""

from typing import Annotated

from msgspec import Meta

from brochure.content.identity import Id, NoticeId
from brochure.content.page_content import PageContent
from brochure.content.text import Text
from brochure.source.model import Model


class FormChoice(Model):
    """A box to tick."""

    id: Id
    label: Text


class FormField(Model):
    """What the applicant fills in: `lines` ruled lines to write on, or boxes to tick where there are choices.

    `hint` stands small at the head of the first line: 〒, a reading. A field that `is_half` shares its row with the
    next, if that is one too.
    """

    id: Id
    label: Text
    hint: Text | None = None
    lines: Annotated[int, Meta(ge=1, le=4)] = 1
    choices: Annotated[tuple[FormChoice, ...], Meta(max_length=6)] = ()
    is_half: bool = False


class MembershipContent(PageContent):
    """The association's notice above the line to cut along, the form below it; `note` stands under the form."""

    notice: NoticeId
    form: Text
    fields: Annotated[tuple[FormField, ...], Meta(min_length=1, max_length=12)]
    note: Text | None = None
