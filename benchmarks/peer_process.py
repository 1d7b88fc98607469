"""A peer's own process, which is what is measured: it makes a PDF of the sources that `peers.write_sources` wrote.

python benchmarks/peer_process.py ENGINE FOLDER OUT FONTS
"""

import sys

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def main(engine: str, folder: str, out: str, fonts: str) -> None:
    """Nothing is imported but what the engine needs."""
    if engine.startswith("typst"):
        import typst

        source = f"{folder}/plain.typ" if engine == "typst-plain" else f"{folder}/towns.typ"
        is_tagged = engine == "typst-tagged"
        typst.compile(source, output=out, font_paths=[fonts], ignore_system_fonts=True, pdf_tags=is_tagged)
    elif engine == "weasyprint":
        from weasyprint import HTML

        HTML(filename=f"{folder}/towns.html").write_pdf(out)
    elif engine == "chromium":
        _print(f"file://{folder}/towns.html", out)
    else:
        import json
        from importlib import import_module
        from pathlib import Path

        from benchmarks.peer_fonts import fonts_in

        with open(f"{folder}/towns.json", encoding="utf-8") as file:
            data = json.load(file)
        getattr(import_module(f"benchmarks.{engine}_document"), engine)(
            data, Path(out), fonts_in(Path(fonts)), Path(folder)
        )


def browser() -> str | None:
    """Where Chromium is."""
    from shutil import which

    return next((found for name in CHROMIUM if (found := which(name))), None)


def _print(page: str, out: str) -> None:
    """Print a page by Chromium, with a profile of its own."""
    import subprocess
    import tempfile

    with tempfile.TemporaryDirectory() as profile:
        options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
        quiet = ("--disable-component-update", "--disable-sync", f"--user-data-dir={profile}", "--no-pdf-header-footer")
        command = (browser() or CHROMIUM[0], *options, *quiet, f"--print-to-pdf={out}", page)
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main(*sys.argv[1:])
