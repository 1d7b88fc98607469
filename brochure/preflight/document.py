"""A whole file as facts: its pages, what it claims to be, what it carries besides pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from brochure.preflight.colour import Space
from brochure.preflight.facts import Page
from brochure.preflight.fonts import Font
from brochure.preflight.metadata import Intent


class Extras(Struct, frozen=True):
    """What a file carries that no press can print, each as the words or the count of what was found."""

    scripts: int = 0
    actions: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    fields: int = 0
    has_xfa: bool = False
    layers: int = 0
    is_portfolio: bool = False
    transitions: tuple[int, ...] = ()


class Frame(Struct, frozen=True):
    """How the file is put together: header, cross references, encryption, and what its reader had to mend."""

    version: str = ""
    is_encrypted: bool = False
    is_truncated: bool = False
    has_leading_bytes: bool = False
    complaints: tuple[str, ...] = ()
    has_identifier: bool = True
    has_object_streams: bool = False
    lzw_streams: int = 0
    missing_objects: tuple[str, ...] = ()


class Document(Struct, frozen=True):
    """A file. `info` are the entries of the information dictionary without the slash; `xmp` None where the packet is
    broken, empty where there is none."""

    pages: tuple[Page, ...]
    info: Mapping[str, str] = field(default_factory=dict[str, str])
    xmp: Mapping[str, str] | None = field(default_factory=dict[str, str])
    has_xmp: bool = False
    intents: tuple[Intent, ...] = ()
    frame: Frame = Frame()
    extras: Extras = Extras()
    direction: str = ""
    language: str = ""

    @property
    def claim(self) -> str:
        """The PDF/X the file says it is: `PDF/X-4`, `PDF/X-1a:2001`; empty where it claims none."""
        from_xmp = (self.xmp or {}).get("pdfxid:GTS_PDFXVersion", "")
        older = (self.xmp or {}).get("pdfx:GTS_PDFXConformance", "") or (self.xmp or {}).get("pdfx:GTS_PDFXVersion", "")
        return from_xmp or self.info.get("GTS_PDFXConformance", "") or self.info.get("GTS_PDFXVersion", "") or older

    def is_flat(self, ordered: str) -> bool:
        """Whether the norm it claims, or the one ordered, takes no transparency: PDF/X-1a and PDF/X-3."""
        return any(name.startswith(("PDF/X-1", "PDF/X-3")) for name in (self.claim, ordered))

    def is_cmyk_only(self, ordered: str) -> bool:
        """Whether the norm takes nothing but grey, CMYK and spot inks: PDF/X-1a."""
        return any(name.startswith("PDF/X-1") for name in (self.claim, ordered))

    @property
    def fonts(self) -> Iterator[tuple[int, Font]]:
        """Each font with the page it is first seen on."""
        seen: set[int] = set()
        for page in self.pages:
            for font in page.fonts:
                if id(font) not in seen:
                    seen.add(id(font))
                    yield page.number, font

    @property
    def spaces(self) -> Iterator[tuple[int, Space]]:
        """Each colour space that is painted in, with the page it is first seen on; those inside others too."""
        seen: set[int] = set()
        for page in self.pages:
            for space in page.spaces:
                inner: Space | None = space
                while inner is not None and id(inner) not in seen:
                    seen.add(id(inner))
                    yield page.number, inner
                    inner = inner.base if not inner.is_named else None
