"""Ids and references: the words that stand for a record, and the kinds of record they lead to."""

from __future__ import annotations

import re
from typing import Annotated, TypeAlias

from msgspec import Struct

from brochure.diagnostics import message
from brochure.source.words import Checked, Refused

_NOT_IN_AN_ID = re.compile(r"[^\w-]|_")


class Refers(Struct, frozen=True):
    """A mark on a field whose words are the id of a record of a kind (`people`, `cities` …)."""

    kind: str


def checked_id(text: str) -> str:
    """An id as written; raises Refused for signs that would not survive in links, catalogs and file names."""
    bad = _NOT_IN_AN_ID.search(text)
    if bad:
        raise Refused(
            "content.bad-id",
            message("an id has letters, figures and hyphens only; “{sign}” is none of them", sign=bad[0]),
            message("write for example 1984-10-first-voyage"),
            offset=bad.start(),
            length=1,
        )
    return text


Id: TypeAlias = Annotated[str, Checked(checked_id)]
CharacterId: TypeAlias = Annotated[str, Refers("characters")]
CityId: TypeAlias = Annotated[str, Refers("cities")]
ComparisonId: TypeAlias = Annotated[str, Refers("comparisons")]
EventId: TypeAlias = Annotated[str, Refers("chronology")]
ExchangeId: TypeAlias = Annotated[str, Refers("exchanges")]
GreetingId: TypeAlias = Annotated[str, Refers("greetings")]
MunicipalityId: TypeAlias = Annotated[str, Refers("municipalities")]
NoticeId: TypeAlias = Annotated[str, Refers("notices")]
OrganisationId: TypeAlias = Annotated[str, Refers("organisations")]
PartnershipId: TypeAlias = Annotated[str, Refers("ties")]
PersonId: TypeAlias = Annotated[str, Refers("people")]
PictureId: TypeAlias = Annotated[str, Refers("pictures")]
PlaceId: TypeAlias = Annotated[str, Refers("places")]
ProgrammeId: TypeAlias = Annotated[str, Refers("programmes")]
QuestionId: TypeAlias = Annotated[str, Refers("quiz")]
RegionId: TypeAlias = Annotated[str, Refers("regions")]
RosterId: TypeAlias = Annotated[str, Refers("rosters")]
SituationId: TypeAlias = Annotated[str, Refers("phrasebook")]
StoryId: TypeAlias = Annotated[str, Refers("stories")]
SubprefectureId: TypeAlias = Annotated[str, Refers("subprefectures")]
TalkId: TypeAlias = Annotated[str, Refers("talks")]
WorkId: TypeAlias = Annotated[str, Refers("bibliography")]
