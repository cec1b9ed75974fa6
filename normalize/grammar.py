r"""A grammar file and its three uses: the reader, the test strategy and the error.

``grammars/<layer>.lark`` is the only place where the syntax of a layer stands. Its language is
regular, so that each rule is one regular expression: rules are inlined, each terminal becomes an
atomic group, each repetition is possessive. That is how Lark's lexer works as well (it commits to a
terminal and never goes back), and it makes the reader linear. Lark itself, which is slower by one
to two orders of magnitude, runs when a claimed prefix does not read, and in the tests.

The first line of a grammar is a comment with a specimen that the grammar reads, its line ends
written as ``\n``.

The expressions are generated into ``normalize/_expressions.py`` by
``python -m normalize.tools.expressions``, so that reading does not import Lark.
"""

from collections import Counter
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import field, frozen

from normalize.errors import NormalizeError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import SearchStrategy
    from lark import Lark, Token, Tree

# A claimed prefix is read again by Lark up to here: enough for any header, and bounded.
EXPLAINED = 65536


class Fault(NamedTuple):
    """Where a text stops being what a grammar reads, and what could have stood there."""

    pos: int
    expected: tuple[str, ...]


@frozen
class Grammar:
    """The syntax of one layer.

    Attributes:
        name: The name of the layer, with underscores.
        text: The grammar in Lark's notation.
    """

    name: str
    text: str
    _larks: "dict[str, Lark]" = field(factory=dict, init=False, repr=False, eq=False)

    @property
    def specimen(self) -> str:
        """The real text on the grammar's first line."""
        return self.text.partition("\n")[0].removeprefix("// ").replace("\\n", "\n")

    def lark(self, rule: str = "start") -> "Lark":
        """Lark's own parser of a rule: LALR with its contextual lexer."""
        from lark import Lark

        if rule not in self._larks:
            self._larks[rule] = Lark(self.text, parser="lalr", lexer="contextual", start=rule)
        return self._larks[rule]

    def strategy(self, rule: str = "start") -> "SearchStrategy[str]":
        """Texts that the grammar describes, for property-based tests."""
        from hypothesis.extra.lark import from_lark

        return from_lark(self.lark(rule), start=rule)

    def fault(self, text: str, start: int = 0, rule: str = "start") -> Fault:
        """Where and why Lark cannot read a text as the rule.

        Args:
            text: The text; what follows the prefix may stand there too.
            start: Where the prefix begins, in code points.
            rule: What it was to be read as.

        Returns:
            The place in ``text`` and the names of the terminals that could have stood there.
        """
        from lark import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

        part = text[start : start + EXPLAINED]
        try:
            self.lark(rule).parse(part)
        except UnexpectedCharacters as e:
            return Fault(start + (e.pos_in_stream or 0), _words(e.allowed))
        except UnexpectedToken as e:
            at_end = e.token.type == "$END" or e.pos_in_stream is None
            return Fault(
                start + (len(part) if at_end else e.pos_in_stream or 0),
                _words(e.accepts or e.expected),
            )
        except UnexpectedInput as e:
            return Fault(start + (e.pos_in_stream or len(part)), ())
        return Fault(start + len(part), ("END_OF_FILE",))

    def expressions(self) -> dict[str, str]:
        """The regular expression of each rule.

        A terminal that can stand only once in what the rule reads is a group of its own name; what
        is repeated is read by the repeated rule's own expression.

        Raises:
            NormalizeError: A rule is recursive, or the grammar uses a feature that has no regular
                expression (``grammar-recursive``, ``grammar-feature``).
        """
        from lark import LarkError
        from lark.load_grammar import load_grammar

        try:
            loaded, _ = load_grammar(  # type: ignore[no-untyped-call]
                self.text, self.name, [], global_keep_all_tokens=False
            )
            terminals = {
                t.name: t.pattern.to_regexp()
                for rule in [str(name) for name, *_ in loaded.rule_defs]
                for t in self.lark(rule).terminals
            }
        except LarkError as e:
            raise NormalizeError(
                f"grammar {self.name}: {e}", code="grammar-feature", doc=self.text
            ) from e
        if loaded.ignore:
            raise NormalizeError(
                f"grammar {self.name}: no regular expression for %ignore", code="grammar-feature"
            )
        rules = {str(name): tree for name, _, tree, _ in loaded.rule_defs}
        return {name: _Expression(self.name, rules, terminals).of(name) for name in rules}


@cache
def load(name: str) -> Grammar:
    """The grammar ``grammars/<name>.lark``, which the wheel holds as ``normalize.grammars``.

    Raises:
        NormalizeError: There is no such grammar (``grammar-unknown``).
    """
    file = resources.files("normalize.grammars") / f"{name}.lark"
    if not file.is_file():
        known = ", ".join(names())
        raise NormalizeError(
            f"there is no grammar {name!r}; there are {known}", code="grammar-unknown"
        )
    return Grammar(name, file.read_text(encoding="utf-8"))


def names() -> list[str]:
    """The names of all grammars, sorted."""
    files = resources.files("normalize.grammars").iterdir()
    return sorted(f.name.removesuffix(".lark") for f in files if f.name.endswith(".lark"))


def _words(terminals: "set[str] | list[str] | None") -> tuple[str, ...]:
    ends = ("$END", "<END-OF-FILE>")  # Lark's parser and its lexer differ
    return tuple(sorted("END_OF_FILE" if t in ends else t for t in terminals or ()))


class _Expression:
    """Turns one rule, with all that it refers to, into an expression."""

    def __init__(
        self, grammar: str, rules: "dict[str, Tree[Token]]", terminals: dict[str, str]
    ) -> None:
        self.grammar = grammar
        self.rules = rules
        self.terminals = terminals
        self.named: set[str] = set()

    def of(self, rule: str) -> str:
        uses = Counter(self._uses(self.rules[rule], 1, (rule,)))
        self.named = {name for name, n in uses.items() if n == 1}
        return self._tree(self.rules[rule])

    def _uses(self, tree: Any, times: int, way: tuple[str, ...]) -> "Iterator[str]":
        """The terminals of a rule, each as often as it can be read: twice where it is repeated."""
        if tree.data == "expr" and str(tree.children[1]) != "?":
            times = 2
        for child in tree.children:
            name = str(getattr(child, "name", ""))
            if name in self.rules:
                if name in way:
                    raise NormalizeError(
                        f"grammar {self.grammar}: the rule {name} refers to itself "
                        f"({' -> '.join([*way, name])}); a layer's grammar is regular: "
                        "write a repetition instead",
                        code="grammar-recursive",
                    )
                yield from self._uses(self.rules[name], times, (*way, name))
            elif name in self.terminals:
                yield from [name] * times
            elif hasattr(child, "children"):
                yield from self._uses(child, times, way)

    def _tree(self, tree: Any) -> str:
        match tree.data:
            case "expansions":
                parts = [self._tree(child) for child in tree.children]
                return parts[0] if len(parts) == 1 else f"(?>{'|'.join(parts)})"
            case "expansion":
                return "".join(map(self._tree, tree.children))
            case "alias":
                return self._tree(tree.children[0])
            case "maybe":
                return f"(?:{self._tree(tree.children[0])})?+"
            case "expr":
                return f"(?:{self._tree(tree.children[0])}){_times(*map(str, tree.children[1:]))}+"
            case "value":
                return self._value(tree.children[0])
        raise self._refusal(str(tree.data))

    def _value(self, value: Any) -> str:
        name = str(getattr(value, "name", ""))
        if name in self.rules:
            return self._tree(self.rules[name])
        if name in self.terminals:
            pattern = f"(?>{self.terminals[name]})"
            return f"(?P<{name}>{pattern})" if name in self.named else pattern
        raise self._refusal("a literal or a template in a rule: give it a terminal's name")

    def _refusal(self, feature: str) -> NormalizeError:
        return NormalizeError(
            f"grammar {self.grammar}: no regular expression for {feature}", code="grammar-feature"
        )


def _times(operator: str, least: str = "", most: str = "") -> str:
    """A repetition of Lark (``?``, ``*``, ``+``, ``~ 2``, ``~ 2..4``) in the notation of ``re``."""
    return operator if operator != "~" else f"{{{least},{most or least}}}"
