"""The program's own words on a city's profile."""

from brochure.translation.labels import Label

POPULATION = Label("city.population", "人口")
AREA = Label("city.area", "面積")
AS_OF = Label("city.as-of", "（{date}ごろ）")

LABELS = (POPULATION, AREA, AS_OF)
