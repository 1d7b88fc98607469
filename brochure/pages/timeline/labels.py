"""The program's own words in a timeline."""

from brochure.translation.labels import Label

LEADER = Label("timeline.leader", "団長 {name}")
YEARS = Label("timeline.years", "{first}–{last}年")
KINDS = {
    "delegation-out": Label("timeline.kind.delegation-out", "訪中団"),
    "delegation-in": Label("timeline.kind.delegation-in", "来訪団"),
    "agreement": Label("timeline.kind.agreement", "協定・調印"),
    "ceremony": Label("timeline.kind.ceremony", "式典・植樹"),
    "trainees": Label("timeline.kind.trainees", "研修生"),
    "staff": Label("timeline.kind.staff", "職員派遣"),
    "exhibition": Label("timeline.kind.exhibition", "展示"),
    "sports": Label("timeline.kind.sports", "スポーツ"),
    "organisation": Label("timeline.kind.organisation", "団体の発足"),
    "renaming": Label("timeline.kind.renaming", "改称"),
    "building": Label("timeline.kind.building", "建設"),
    "other": Label("timeline.kind.other", "その他"),
}

LABELS = (LEADER, YEARS, *KINDS.values())
