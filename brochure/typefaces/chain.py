"""A face and those that step in for it, in order: which of them draws a character, and what none of them can."""

from __future__ import annotations

from brochure.typefaces.coverage import SELECTORS, SILENT, SPACES, STYLE_SELECTORS, clusters
from brochure.typefaces.face import Face

_KEEPS_FACE = SILENT | SPACES | STYLE_SELECTORS | {" "}  # drawn alike by all faces: no reason to leave the one at hand


class FaceChain:
    """The faces of one style. `faces[0]` draws what it can; the others are opened only where it cannot.

    Both questions remember the characters seen, so that for a paragraph of known characters each is one set
    operation, whatever its length.
    """

    __slots__ = ("_by_cluster", "_known", "_known_to_main", "faces")

    def __init__(self, faces: tuple[Face, ...]) -> None:
        self.faces = faces
        self._by_cluster: dict[str, Face] = {}
        self._known: set[str] = set()
        self._known_to_main: set[str] = set()

    @property
    def main(self) -> Face:
        """The face of the style itself."""
        return self.faces[0]

    def face_for(self, cluster: str) -> Face:
        """The first face that draws the whole cluster; else the first that draws its base; else the main face."""
        face = self._by_cluster.get(cluster)
        if face is None:
            face = self._first(cluster) or self._first(cluster[0]) or self.faces[0]
            self._by_cluster[cluster] = face
        return face

    def spans(self, text: str) -> tuple[tuple[int, int, Face], ...]:
        """The text cut where the face changes: (start, end, face), offsets in code points; empty for no text."""
        if not text:
            return ()
        if self._is_main_alone(text):
            return ((0, len(text), self.faces[0]),)
        found: list[tuple[int, int, Face]] = []
        for at, cluster in clusters(text):
            end = at + len(cluster)
            start, _, face = found[-1] if found else (0, 0, self.faces[0])
            wanted = face if found and cluster in _KEEPS_FACE else self.face_for(cluster)
            if found and wanted is face:
                found[-1] = start, end, face
            else:
                found.append((at, end, wanted))
        return tuple(found)

    def uncovered(self, text: str) -> tuple[tuple[int, str], ...]:
        """What no face draws, with its offset in code points: a character, or a base with a selector or mark."""
        unknown = set(text) - self._known
        if not unknown:
            return ()
        lacking = {each for each in unknown if _depends_on_base(each) or self._first(each) is None}
        self._known |= unknown - lacking
        if not lacking:
            return ()
        return tuple(
            (at, cluster)
            for at, cluster in clusters(text)
            if not lacking.isdisjoint(cluster) and self._first(cluster) is None
        )

    def _first(self, cluster: str) -> Face | None:
        return next((face for face in self.faces if face.covers(cluster)), None)

    def _is_main_alone(self, text: str) -> bool:
        unknown = set(text) - self._known_to_main
        if unknown:
            covers = self.faces[0].covers
            self._known_to_main |= {each for each in unknown if not _depends_on_base(each) and covers(each)}
            return unknown <= self._known_to_main
        return True


def _depends_on_base(character: str) -> bool:
    return character in SELECTORS and character not in STYLE_SELECTORS
