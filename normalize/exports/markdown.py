"""Markdown with front matter in YAML, for site generators and readers of notes.

It is written for programs that know nothing of this one; ``dumps`` writes what reads back, and
refuses what it cannot carry.

What changes: the keys are Jekyll's (``date``, ``last_modified_at``, ``author``, ``lang``,
``canonical_url``), and ``image`` is an address; ``credits`` and ``dateline`` keep their names.
Every value is a string in double quotes or a list or map of them. The keys of ``extra`` follow; one
that stands there already is left out.

What is lost: related items, pictures that are no blocks of the body, ``site``, and how the record
was read.
"""

from collections.abc import Iterable, Iterator

from normalize.bodies.writers import paragraphs
from normalize.bodies.writers import write as body
from normalize.exports.values import filled
from normalize.expression import expression
from normalize.record import Literals, Record, dump_json

# What JSON leaves as it is in a string and YAML does not (1.2.2, 5.1 and 5.4).
_UNPRINTABLE = expression("[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]")
_PLAIN_KEY = expression(r"[A-Za-z_][\w-]*")


def write(records: Iterable[Record]) -> Iterator[str]:
    """A piece for each record, which is a document of its own."""
    for record in records:
        header = "".join(f"{_key(k)}: {_flow(v)}\n" for k, v in _header(record).items())
        blocks = record.blocks or paragraphs(record.text)
        yield f"---\n{header}---\n\n{body(blocks, 'markdown')}"


def _header(record: Record) -> dict[str, Literals]:
    stated = {
        "title": record.title,
        "date": record.published,
        "last_modified_at": record.modified,
        "author": list(record.authors),
        "lang": record.language,
        "canonical_url": record.url,
        "categories": list(record.categories),
        "tags": list(record.tags),
        "credits": list(record.credits),
        "dateline": record.dateline,
        "summary": record.summary,
        "image": record.image.url if record.image else None,
    }
    header = filled(stated)
    return header | {key: v for key, v in record.extra.items() if key not in header}


def _key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else _flow(key)


def _flow(value: Literals) -> str:
    """A value in YAML's flow style, which JSON is part of (YAML 1.2.2, 1.3)."""
    return _UNPRINTABLE.sub(lambda m: f"\\u{ord(m[0]):04x}", dump_json(value).decode())
