"""The colophon (奥付)."""

from brochure.pages.colophon.content import ColophonContent
from brochure.pages.colophon.labels import LABELS
from brochure.pages.colophon.layout import lay_out
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType("colophon", ColophonContent, lay_out, labels=LABELS)
