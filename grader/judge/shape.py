"""The shape of a source: what it does, whatever its variables are called.

A shape counts *traits*: a call, what stands around a call, which statement follows which. Local
names do not matter, nor do annotations, docstrings, comments and the way something is imported;
parameters count by their place.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise

MOST_SOURCE_BYTES = 200_000
MOST_TRAITS = 5_000

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_SCOPES = (*_FUNCTIONS, ast.ClassDef, ast.Lambda)
_DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
_UNTOLD = (
    ast.expr_context,
    ast.alias,
    ast.Import,
    ast.ImportFrom,
    ast.Global,
    ast.Nonlocal,
    ast.operator,
    ast.boolop,
    ast.unaryop,
    ast.cmpop,
)
_AROUND = (
    ast.For, ast.AsyncFor, ast.While, ast.If, ast.With, ast.AsyncWith, ast.Try, ast.ExceptHandler,
    ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, *_SCOPES,
)  # fmt: skip
_TYPE_VARIABLES = {"@typing.TypeVar", "@typing.ParamSpec"}

Names = Mapping[str, str]


@dataclass(frozen=True)
class Shape:
    """What a source does, as counted traits."""

    traits: Counter[str]
    docstring: str  # of the module
    outside: Mapping[str, str]  # its functions and classes, as they are seen from outside
    speaks: frozenset[str]  # how it speaks to its callers: return, yield, raise
    unwritten: str | None = None  # the first function that still does nothing but "not implemented"

    def has_kinds_of(self, other: Shape) -> bool:
        """Return whether what both define at the top is of one kind: `async def`, `def`, class."""
        common = self.outside.keys() & other.outside.keys()
        return all(self.outside[name] == other.outside[name] for name in common)


def shape_of(source: bytes) -> Shape | None:
    """Return the shape of a source, or None when Python cannot parse it."""
    if len(source) > MOST_SOURCE_BYTES:
        return None
    try:
        tree = ast.parse(source)
        docstring = " ".join((ast.get_docstring(tree) or "").split())
        _drop_docstrings(tree)
        found = Counter(islice(_Reader().traits(tree), MOST_TRAITS))
        return Shape(found, docstring, _outside(tree), _speaks(tree), _unwritten(tree))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _drop_docstrings(tree: ast.Module) -> None:
    for node in ast.walk(tree):
        if isinstance(node, _DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            del node.body[0]


def _outside(tree: ast.Module) -> dict[str, str]:
    return {node.name: type(node).__name__ for node in tree.body if isinstance(node, _SCOPES[:3])}


def _speaks(tree: ast.Module) -> frozenset[str]:
    return frozenset(
        type(node).__name__
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise | ast.Yield)
        or (isinstance(node, ast.Return) and node.value is not None)
    )


def _unwritten(tree: ast.Module) -> str | None:
    for node in ast.walk(tree):
        if isinstance(node, _FUNCTIONS) and node.body:
            first = node.body[0]
            raised = first.exc if isinstance(first, ast.Raise) else None
            raised = raised.func if isinstance(raised, ast.Call) else raised
            if isinstance(raised, ast.Name) and raised.id == "NotImplementedError":
                return node.name
    return None


class _Reader:
    """Walks a tree and tells its traits; `names` says what each name in sight stands for."""

    def traits(self, tree: ast.Module) -> Iterator[str]:
        """Yield every trait of a module."""
        yield from self._children(tree, "", "module", _imported(tree) | _assigned(tree, "global"))

    def _children(self, node: ast.AST, around: str, label: str, names: Names) -> Iterator[str]:
        for field, value in ast.iter_fields(node):
            if field in ("annotation", "returns", "type_comment", "type_params"):
                continue
            part = f"{label}.{field}" if isinstance(value, list) else label
            nodes = value if isinstance(value, list) else [value]
            nodes = [each for each in nodes if _is_told(each, names)]
            told = [_label(each, names) for each in nodes]
            for place, (each, name) in enumerate(zip(nodes, told, strict=True)):
                # Which argument is which makes a difference; which element of a list does not.
                where = f"{part}[{place}]" if field == "args" else part
                yield from self._node(each, name, where, around, names)
            if nodes and isinstance(nodes[0], ast.stmt):
                yield from self._order(nodes, names)

    def _node(
        self, node: ast.AST, label: str, parent: str, around: str, names: Names
    ) -> Iterator[str]:
        yield label
        yield f"{parent} > {label}"
        if isinstance(node, ast.Call | ast.Await | ast.Yield | ast.Return | ast.Raise):
            yield f"{around} ... {label}"
        if isinstance(node, _AROUND):
            around = f"{around.rpartition('/')[2]}/{label}"
        if isinstance(node, ast.Attribute) and label.startswith("@"):
            return  # the dotted name is told as a whole, for it may have been imported as one
        yield from self._children(node, around, label, _inner(node, parent, names))

    def _order(self, statements: list[ast.AST], names: Names) -> Iterator[str]:
        told = [_gist(statement, names) for statement in statements]
        for first, second in pairwise(told):
            yield f"{first} ; {second}"


def _is_told(node: object, names: Names) -> bool:
    if not isinstance(node, ast.AST) or isinstance(node, _UNTOLD):
        return False
    if isinstance(node, ast.keyword) and node.arg == "strict":
        return False  # of `zip`: careful, and of no consequence
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
        return _label(node.value.func, names) not in _TYPE_VARIABLES
    return True


def _gist(statement: ast.AST, names: Names) -> str:
    """Return a statement in a word or two: its kind and the first thing it calls."""
    calls = (_label(node, names) for node in ast.walk(statement) if isinstance(node, ast.Call))
    return f"{type(statement).__name__} {next(calls, '')}"


def _label(node: ast.AST, names: Names) -> str:
    kind = type(node).__name__
    if isinstance(node, ast.Name):
        return names.get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        root = _label(node.value, names)
        return f"{root}.{node.attr}" if _is_module(node.value, names) else f".{node.attr}"
    if isinstance(node, ast.Constant):
        return repr(node.value)
    if isinstance(node, ast.keyword):
        return f"{kind} {node.arg}"
    if isinstance(node, ast.Call):
        return f"call {_label(node.func, names)}"
    if isinstance(node, ast.BinOp | ast.UnaryOp | ast.BoolOp | ast.AugAssign):
        return f"{kind} {type(node.op).__name__}"
    if isinstance(node, ast.Compare):
        return f"{kind} {' '.join(type(op).__name__ for op in node.ops)}"
    return kind


def _is_module(node: ast.AST, names: Names) -> bool:
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name) and names.get(node.id, "").startswith("@")


def _imported(tree: ast.AST) -> dict[str, str]:
    """Return what imported names stand for, however they were imported: `@asyncio.sleep`."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                found[alias.asname or alias.name.partition(".")[0]] = (
                    f"@{alias.name if alias.asname else alias.name.partition('.')[0]}"
                )
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                found[alias.asname or alias.name] = f"@{node.module}.{alias.name}"
    return found


def _assigned(scope: ast.AST, label: str) -> dict[str, str]:
    """Return the names that a scope binds itself, each standing for `label`."""
    found: dict[str, str] = {}
    outer: set[str] = set()
    waiting = list(ast.iter_child_nodes(scope))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found[node.id] = label
        elif isinstance(node, ast.ExceptHandler) and node.name:
            found[node.name] = label
        elif isinstance(node, ast.Global | ast.Nonlocal):
            outer.update(node.names)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found[node.name] = "own"
        if not isinstance(node, _SCOPES):
            waiting += ast.iter_child_nodes(node)
    return {name: kind for name, kind in found.items() if name not in outer}


def _inner(node: ast.AST, parent: str, names: Names) -> Names:
    """Return what names stand for inside `node`."""
    if isinstance(node, ast.ClassDef):
        return {**names, **_assigned(node, "field")}
    if not isinstance(node, (*_FUNCTIONS, ast.Lambda)):
        return names
    given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    extra = [each for each in (node.args.vararg, node.args.kwarg) if each is not None]
    outermost = parent.startswith("module")
    parameters = {
        each.arg: f"parameter {place}" if outermost else "local"
        for place, each in enumerate([*given, *extra])
    }
    return {**names, **_assigned(node, "local"), **parameters}
