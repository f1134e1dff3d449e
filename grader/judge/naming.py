"""Names the known mistake of a submission: the same checks fail, and the source is nearest."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

MOST_SOURCE_BYTES = 200_000
MOST_TOKENS = 1_500  # comparing takes quadratic time in the worst case
NEAR = 0.6  # of 1: how alike sources must be where the way of failing says little


_DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Shape:
    """A source without its docstrings, comments and layout."""

    exact: str
    tokens: tuple[str, ...]
    docstring: str  # of the module
    unwritten: str | None = None  # the first function that still does nothing but "not implemented"

    def likeness(self, other: Shape) -> float:
        """Return how alike two sources are, from 0 to 1; 1 only for equal ones."""
        if self.exact == other.exact:
            return 1.0
        matcher = difflib.SequenceMatcher(None, self.tokens, other.tokens, autojunk=False)
        return min(matcher.ratio(), 0.999)


def shape_of(source: bytes) -> Shape | None:
    """Return the shape of a source, or None when Python cannot parse it."""
    if len(source) > MOST_SOURCE_BYTES:
        return None
    try:
        tree = ast.parse(source)
        docstring = " ".join((ast.get_docstring(tree) or "").split())
        _drop_docstrings(tree)
        tokens = tuple(_tokens(tree))[:MOST_TOKENS]
        return Shape(ast.dump(tree), tokens, docstring, _unwritten(tree))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _drop_docstrings(tree: ast.Module) -> None:
    for node in ast.walk(tree):
        if isinstance(node, _DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            del node.body[0]


def _unwritten(tree: ast.Module) -> str | None:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            first = node.body[0]
            raised = first.exc if isinstance(first, ast.Raise) else None
            raised = raised.func if isinstance(raised, ast.Call) else raised
            if isinstance(raised, ast.Name) and raised.id == "NotImplementedError":
                return node.name
    return None


def _tokens(node: ast.AST) -> Iterator[str]:
    # Names of variables and types say nothing about a mistake; what is called on what does.
    if isinstance(node, ast.Load | ast.Store | ast.expr_context | ast.arguments | ast.alias):
        pass
    elif isinstance(node, ast.Attribute):
        yield f".{node.attr}"
    elif isinstance(node, ast.Constant):
        yield repr(node.value)
    else:
        yield type(node).__name__
    for child in ast.iter_child_nodes(node):
        yield from _tokens(child)


def claims(checks: Iterable[tuple[str, Iterable[str]]]) -> dict[str, frozenset[str]]:
    """Return, for each mistake, the names of the checks that claim to catch it."""
    claimed: dict[str, set[str]] = {}
    for check, mistakes in checks:
        for mistake in mistakes:
            claimed.setdefault(mistake, set()).add(check)
    return {mistake: frozenset(checks) for mistake, checks in claimed.items()}


def same_failure(claimed: Mapping[str, frozenset[str]], failed: frozenset[str]) -> list[str]:
    """Return the mistakes that fail exactly these checks."""
    return (
        sorted(mistake for mistake, checks in claimed.items() if checks == failed) if failed else []
    )


def nearest(
    submission: Shape | None, candidates: Mapping[str, Shape], *, sure: bool = True
) -> str | None:
    """Return the candidate whose source is most like the submission's, or None.

    When not `sure` (the code broke before it could show its own mistake) it has to be near as well.
    """
    if submission is None or not candidates:
        return None
    if sure and len(candidates) == 1:
        return next(iter(candidates))
    likeness = {name: submission.likeness(shape) for name, shape in candidates.items()}
    best = max(sorted(likeness), key=likeness.__getitem__)
    return best if sure or likeness[best] >= NEAR else None
