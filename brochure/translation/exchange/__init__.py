"""Translations on their way to people without gettext and back: spreadsheets, comma-separated tables, PO files."""
