"""From the author's language to the others: gettext catalogs, looked up by key, never by position or likeness."""
