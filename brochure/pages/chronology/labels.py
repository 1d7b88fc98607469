"""The program's own words in the chronology."""

from brochure.content.chronology import Scope
from brochure.translation.labels import Label

WHEN = Label("chronology.when", "年月日")
WHAT = Label("chronology.what", "できごと")
SOURCE = Label("chronology.source", "資料")
SOURCES = Label("chronology.sources", "資料の番号")
SCOPES: dict[Scope, Label] = {
    Scope.NATIONAL: Label("chronology.national", "国"),
    Scope.HOKKAIDO: Label("chronology.hokkaido", "道"),
    Scope.LOCAL: Label("chronology.local", "まち"),
}

LABELS = (WHEN, WHAT, SOURCE, SOURCES, *SCOPES.values())
