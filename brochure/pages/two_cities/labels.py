"""The program's own words beside two cities."""

from brochure.translation.labels import Label

AS_OF = Label("two-cities.as-of", "（{date}）")

LABELS = (AS_OF,)
