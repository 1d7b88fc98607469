"""The command line, nothing else: `python make_pdf.py …` is `brochure …`; with no words it builds every edition."""

import sys

from brochure.cli import run

if __name__ == "__main__":
    sys.exit(run())
