"""The program's own words on a spread of the timeline."""

from brochure.content.exchange import Lane
from brochure.translation.labels import Label

LANES: dict[Lane, Label] = {
    Lane.GOVERNMENT: Label("lane.government", "行政"),
    Lane.CITIZENS: Label("lane.citizens", "市民"),
    Lane.PORT: Label("lane.port", "港と経済"),
    Lane.CULTURE: Label("lane.culture", "文化と人"),
}
YEARS = Label("timeline-spread.years", "{first}–{last}年")

LABELS = (*LANES.values(), YEARS)
