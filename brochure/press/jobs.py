"""The files that are asked for: each an edition in a language for a medium, its pages laid on sheets in one way."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from brochure.diagnostics import Message, UsageError, error, message
from brochure.edition.edition import Edition
from brochure.edition.media import MEDIA
from brochure.languages import LANGUAGES
from brochure.press.orders import NO_WISHES, Wishes, chosen_way
from brochure.source.nearest import nearest


class Job(Struct, frozen=True):
    """One file to be made: an edition in a language for a medium; `others` speak in it too, where it is bilingual.
    `way` is how its pages lie on the sheets. A draft is for looking at, never for the press."""

    edition: str
    language: str
    medium: str
    others: tuple[str, ...] = ()
    way: str = "pages"
    is_draft: bool = False

    @property
    def file_name(self) -> str:
        """The file's name, in ASCII: `rumoi-zh_CN-press.pdf`, `rumoi-ja-press-saddle-stitch.pdf`."""
        way = () if self.way == "pages" or (self.medium, self.way) == ("proof", "spreads") else (self.way,)
        draft = ("draft",) if self.is_draft else ()
        return f"{'-'.join((self.edition, self.language, *self.others, self.medium, *way, *draft))}.pdf"


def jobs(
    orders: Sequence[Edition],
    editions: Sequence[str],
    languages: Sequence[str],
    media: Sequence[str],
    wishes: Wishes = NO_WISHES,
) -> tuple[Job, ...]:
    """The files asked for, edition by edition, language by language, so that each is set once for all its media. A form
    stands for all the editions it is filled in as.
    """
    _refuse_unknown("edition", editions, tuple(dict.fromkeys(name for each in orders for name in (each.form, each.id))))
    _refuse_unknown("language", languages, tuple(LANGUAGES))
    _refuse_unknown("medium", media, MEDIA)
    if wishes.imposition:
        from brochure.press.imposition import IMPOSITIONS

        _refuse_unknown("imposition", (wishes.imposition,), IMPOSITIONS)
    found = tuple(
        Job(
            edition.id,
            language,
            medium,
            edition.spoken(language)[1:],
            chosen_way(medium, edition.imposition, wishes),
            wishes.is_draft,
        )
        for edition in orders
        if not editions or edition.id in editions or edition.form in editions
        for language in edition.leads
        if not languages or set(languages) & set(edition.spoken(language))
        for medium in media or edition.media
        if _is_ordered(medium, edition)
        if not (wishes.is_draft and medium.partition("-")[0] == "press")
    )
    if not found:
        what = message("no edition has what you asked for: there is nothing to build")
        why = (message("a draft is for the screen alone"),) if wishes.is_draft else ()
        raise UsageError([error("usage.nothing", what, None, *why)])
    return found


def _is_ordered(medium: str, edition: Edition) -> bool:
    """Whether an edition that orders `press` and so on can have a file of this medium: any for the press, any proof."""
    kinds = {each.partition("-")[0] for each in edition.media}
    return medium in edition.media or medium == "proof" or ("-" in medium and medium.partition("-")[0] in kinds)


def _refuse_unknown(what: str, asked: Sequence[str], known: Sequence[str]) -> None:
    for name in asked:
        if name not in known:
            raise UsageError(
                [
                    error(
                        "usage.unknown",
                        message("there is no {what} “{name}”", what=what, name=name),
                        None,
                        *_meant(name, known),
                    )
                ]
            )


def _meant(name: str, known: Sequence[str]) -> tuple[Message, ...]:
    near = nearest(name, known)
    listed = message("known are: {known}", known=", ".join(known))
    return (message("did you mean “{near}”?", near=near), listed) if near else (listed,)
