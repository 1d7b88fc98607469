"""What is said of an entry's date beside the year: month and day, or season; that it is near; how long it went on."""

from __future__ import annotations

from brochure.content.exchange import Entry, Season
from brochure.pages.page_type import Setting
from brochure.translation.labels import Label

SEASONS: dict[Season, Label] = {
    Season.SPRING: Label("season.spring", "春"),
    Season.SUMMER: Label("season.summer", "夏"),
    Season.AUTUMN: Label("season.autumn", "秋"),
    Season.WINTER: Label("season.winter", "冬"),
}
ABOUT = Label("entry.about", "{date}ごろ")
UNTIL = Label("entry.until", "{date}まで")

LABELS = (*SEASONS.values(), ABOUT, UNTIL)


def within_year(entry: Entry, setting: Setting) -> str:
    """The date as it stands beside its year: 4月17日, 春, 4月ごろ; "" where only the year is known."""
    if entry.date.month is None:
        words = setting.say(SEASONS[entry.season]) if entry.season else ""
    else:
        words = "" if entry.dating == "inherits-month" else setting.language.beside_year(entry.date)
    return setting.say(ABOUT, date=words) if words and entry.is_about else words


def last_day(entry: Entry, setting: Setting) -> str:
    """The end of what took several days: 4月20日まで; with its year where that is another. "" for a single day."""
    if entry.until is None:
        return ""
    language = setting.language
    is_same_year = entry.until.year == entry.date.year and entry.until.month is not None
    date = language.month_and_day(entry.until) if is_same_year else language.date(entry.until)
    return setting.say(UNTIL, date=date)


def about_year(entry: Entry, setting: Setting) -> str:
    """That the year itself is near, where nothing more of the date is known: 1990年ごろ; "" elsewhere."""
    if not entry.is_about or entry.date.month is not None or entry.season is not None:
        return ""
    return setting.say(ABOUT, date=setting.language.date(entry.date))
