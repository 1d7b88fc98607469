"""Links that lead to no page: `{link:…|#timeline}` in a text, where no edition of the project has a page of that id.

An edition without the page is no mistake: the words stand there and lead nowhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from brochure.content.text import Text
from brochure.diagnostics import Diagnostic, error, message
from brochure.source.nearest import nearest


def lost_links(texts: Iterable[Text], pages: Collection[str]) -> Iterator[Diagnostic]:
    """A finding for each target beginning with # that is no page's id, nor a part of one (`finder-sorachi`)."""
    for text in texts:
        if "#" not in text.source:
            continue
        for target in dict.fromkeys(piece.target for piece in text.pieces if piece.target.startswith("#")):
            name = target[1:]
            if not any(name == page or name.startswith(f"{page}-") for page in pages):
                yield _lost(text, target, pages)


def _lost(text: Text, target: str, pages: Collection[str]) -> Diagnostic:
    what = message("no edition has a page “{page}” to which the link could lead", page=target[1:])
    place = text.at(max(0, text.source.find(target)), len(target))
    meant = nearest(target[1:], pages)
    if meant:
        return error("content.link-to-no-page", what, place, message("did you mean “{meant}”?", meant=f"#{meant}"))
    return error("content.link-to-no-page", what, place, message("pages are: {pages}", pages=", ".join(pages)))
