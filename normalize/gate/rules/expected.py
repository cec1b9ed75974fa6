"""NRM8xx: the record that is expected of a file, beside it under the same name in JSON."""

from collections.abc import Iterator

from normalize.gate.expectations import beside, difference
from normalize.gate.finding import Fault
from normalize.gate.registry import rule
from normalize.gate.subject import Subject


@rule("NRM801", "expected-differs", "error")
def differs(subject: Subject) -> Iterator[Fault]:
    """The record beside the file is not the one that is read of it.

    Why: The file was changed, or the reader has learnt or unlearnt something: someone must look.
    Fails:
        > rain.json
        {"title": "Snow again"}
        > rain.txt
        Rain again

        Rain fell in the night, and the streets were wet.
    Passes:
        > rain.txt
        Rain again

        Rain fell in the night, and the streets were wet.
    Mend: Look at every line of the difference; `normalize check --accept` renews the record.
    """
    lines = difference(subject.path, subject.record) if beside(subject.path).is_file() else []
    if lines:
        message = f"{beside(subject.path).name} is not what is read"
        yield Fault("\n".join((message, *lines)))


@rule("NRM802", "expected-missing", "error")
def absent(subject: Subject) -> Iterator[Fault]:
    """No record stands beside the file.

    Why: Nothing holds how the file is read.
    Fails:
        > rain.txt
        Rain again

        Rain fell in the night, and the streets were wet.
    Passes:
        > rain.json
        {}
        > rain.txt
        Rain again

        Rain fell in the night, and the streets were wet.
    Mend: `normalize check --accept` writes it; read it before you keep it.
    """
    if not beside(subject.path).is_file():
        yield Fault(f"there is no {beside(subject.path).name}")
