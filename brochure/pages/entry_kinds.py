"""The names of the kinds of exchange, as timelines, charts and legends print them."""

from brochure.translation.labels import Label

KINDS: dict[str, Label] = {
    "delegation-out": Label("kind.delegation-out", "訪中団"),
    "delegation-in": Label("kind.delegation-in", "来訪団"),
    "agreement": Label("kind.agreement", "協定・調印"),
    "ceremony": Label("kind.ceremony", "式典・植樹"),
    "trainees": Label("kind.trainees", "研修生"),
    "staff": Label("kind.staff", "職員派遣"),
    "exhibition": Label("kind.exhibition", "展示"),
    "sports": Label("kind.sports", "スポーツ"),
    "organisation": Label("kind.organisation", "団体の発足"),
    "renaming": Label("kind.renaming", "改称"),
    "building": Label("kind.building", "建設"),
    "other": Label("kind.other", "その他"),
}
"""By the word the content file uses, in the order of a legend."""

LABELS = tuple(KINDS.values())
