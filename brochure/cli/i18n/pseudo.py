"""`brochure i18n pseudo`: marked and long catalogs that show what is not translated and what is tight."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.i18n.sources import Sources
from brochure.cli.project import readable_path
from brochure.diagnostics import Report, message
from brochure.translation.catalogs import catalog_name
from brochure.translation.pseudo import pseudo
from brochure.translation.update import filled, save, updated


def write_pseudo(sources: Sources, options: Options, console: Console, report: Report) -> None:
    """Write them into a folder of their own, which `build --catalogs` takes in the place of locales/."""
    out = Path(options.out) if options.out else console.root / "out" / "pseudo"
    for language, domain, entries in sources.catalogs():
        fresh, _ = updated(None, entries, language)
        texts = {entry.key: pseudo(entry.source, language, is_template=domain == "labels") for entry in entries}
        path = out / catalog_name(language, domain)
        save(replace(filled(fresh, texts)[0]), path)
        console.result(readable_path(path, Path.cwd()))
    folder = readable_path(out, Path.cwd())
    console.say(message("build with them: brochure build --catalogs {folder} --draft", folder=folder))
