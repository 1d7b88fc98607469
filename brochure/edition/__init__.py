"""The order form: paper, binding, languages, media and pages of a booklet."""
