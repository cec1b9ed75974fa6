"""``python -m normalize``: the command."""

import sys

from normalize.cli import entry

if __name__ == "__main__":
    sys.exit(entry())
