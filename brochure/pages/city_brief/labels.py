"""The program's own words on a city in brief."""

from brochure.pages.city_profile_labels import AREA, AS_OF, POPULATION

LABELS = (POPULATION, AREA, AS_OF)
