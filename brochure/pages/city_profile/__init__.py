"""A city's profile."""

from brochure.pages.city_profile.content import CityProfileContent
from brochure.pages.city_profile.layout import lay_out
from brochure.pages.city_profile_labels import LABELS
from brochure.pages.page_type import PageType

PAGE_TYPE = PageType(
    "city-profile",
    CityProfileContent,
    lay_out,
    labels=LABELS,
    most=2,
    least_fill=0.26,
    styles=(
        "body",
        "city-name",
        "city-reading",
        "heading",
        "lead",
        "lead-small",
        "motto",
        "table-label",
        "table-value",
    ),
)
