"""Run against an installed wheel, away from the source: python tests/wheel.py CORPUS.

The whole corpus reads as it should, a broken header is explained by its grammar, the words of a
language are found, every export writes and every rule holds on its examples: everything that the
wheel must carry.
"""

import json
import sys
from pathlib import Path

import normalize
from normalize.exports import EXPORTS
from normalize.gate.trials import trials


def main(corpus: Path) -> None:
    """Compare every specimen with its expected record."""
    home = Path(normalize.__file__).resolve()
    if corpus.parent in home.parents:
        raise SystemExit(f"this is the source, not the wheel: {home}")
    specimens = sorted(corpus.glob("*/*.txt"))
    for path in specimens:
        name = f"{path.parent.name}/{path.name}"
        expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        if normalize.loads(path.read_bytes(), name=name).to_dict() != expected:
            raise SystemExit(f"{path.name} is read otherwise than in the source")
    broken = normalize.loads("<!--NaN-->\n[A title](https://news.example/1)\n")
    if "expected epoch" not in broken.problems[0].message:
        raise SystemExit(f"the grammar does not explain the fault: {broken.problems[0].message}")
    for name in EXPORTS:
        if not any(normalize.export([broken], name)):
            raise SystemExit(f"nothing is exported to {name}")
    for trial in trials():
        if not (trial.fails and trial.passes and trial.is_documented):
            raise SystemExit(f"{trial.rule.code} does not hold on its own examples")
    print(f"{len(specimens)} specimens read by the wheel of normalize {normalize.__version__}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
