"""Fuzz a target with atheris, guided by the coverage of the project.

    python -m tests.fuzz TARGET FOLDER [OPTION...]

FOLDER keeps what widens the coverage from one run to the next; the specimens of the corpus are put
there first, and the seeds of the outside data, whose folder NORMALIZE_SHARED names. The options are
libFuzzer's: ``-max_total_time=3600`` ends after an hour. An input that breaks a law is written
beside the folder, as ``FOLDER.crash-...``; ``python -m tests.fuzz TARGET FILE`` runs it again.
"""

import argparse
import hashlib
import importlib
import pkgutil
import sys
from pathlib import Path

import atheris

import normalize

with atheris.instrument_imports(include=["normalize"]):
    # Those that are imported when first used would otherwise come later, and go unobserved.
    for module in pkgutil.walk_packages(normalize.__path__, "normalize."):
        if not module.name.startswith(("normalize.__main__", "normalize.tools")):
            importlib.import_module(module.name)
    from tests.fuzz.targets import TARGETS, seeds


def main() -> None:
    """Run the target that the command line names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("folder", type=Path)
    options, others = parser.parse_known_args()
    folder: Path = options.folder
    if not folder.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        for data in seeds(options.target):
            Path(folder, hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
        others += [f"-artifact_prefix={folder}.", "-timeout=20", "-max_len=8192"]
    atheris.Setup([sys.argv[0], str(folder), *others], TARGETS[options.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
