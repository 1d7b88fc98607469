"""`python -m brochure` is `brochure`."""

import sys

from brochure.cli import run

if __name__ == "__main__":
    sys.exit(run())
