"""Source text apart: a suite's scenarios without their checks, and the public names of a stub."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TypeGuard

from grader.errors import CourseError

COROUTINE = "coroutine"
ASYNC_GENERATOR = "async generator"
FUNCTION = "function"
CLASS = "class"


def scenarios_only(source: str, path: str) -> str:
    """Return a suite's scenarios and what they use; checks and what only checks use is gone.

    Raises `CourseError` when the suite does not parse, or holds what cannot be taken apart.
    """
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise CourseError(
            f"{path}:{error.lineno}: the suite does not parse ({error.msg})."
        ) from error
    _refuse_the_rest(tree, path)
    wanted = {node.name for node in tree.body if _is_scenario(node)}
    kept: list[ast.stmt] = []
    definitions = [(node, set(_defined(node))) for node in tree.body]
    grown = True
    while grown:  # names lead to definitions, which use further names
        grown = False
        for node, names in definitions:
            if node not in kept and (names & wanted or _is_future(node)):
                kept.append(node)
                wanted |= {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
                grown = True
    kept.sort(key=lambda node: node.lineno)
    return ast.unparse(ast.Module([_narrowed(node, wanted) for node in kept], []))


def scenario_names(source: str) -> tuple[str, ...]:
    """Return the names of a suite's scenarios, in order."""
    return tuple(node.name for node in scenarios_of(ast.parse(source)))


def scenarios_of(tree: ast.Module) -> list[ast.AsyncFunctionDef]:
    """Return a suite's scenarios, in order."""
    return [node for node in tree.body if _is_scenario(node)]


def _refuse_the_rest(tree: ast.Module, path: str) -> None:
    # Dropped without a word it would leave the worker with other data than the judge.
    for node in tree.body:
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if not is_docstring and not list(_defined(node)):
            raise CourseError(
                f"{path}:{node.lineno}: at its top level a suite only defines names:"
                " imports, assignments to names, functions and classes."
            )
        if isinstance(node, ast.FunctionDef) and _is_marked(node):
            raise CourseError(f"{path}:{node.lineno}: scenario {node.name} must be `async def`.")


def _is_scenario(node: ast.stmt) -> TypeGuard[ast.AsyncFunctionDef]:
    return isinstance(node, ast.AsyncFunctionDef) and _is_marked(node)


def _is_marked(node: ast.AsyncFunctionDef | ast.FunctionDef) -> bool:
    marks = [mark.func if isinstance(mark, ast.Call) else mark for mark in node.decorator_list]
    return any(isinstance(mark, ast.Name) and mark.id == "scenario" for mark in marks)


def _is_future(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def _defined(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Import | ast.ImportFrom):
        for alias in node.names:
            yield _bound_name(alias)
    elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
        yield from (
            n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
        )


def _bound_name(alias: ast.alias) -> str:
    return alias.asname or alias.name.partition(".")[0]


def _narrowed(node: ast.stmt, wanted: set[str]) -> ast.stmt:
    if _is_future(node) or not isinstance(node, ast.Import | ast.ImportFrom):
        return node
    names = [alias for alias in node.names if _bound_name(alias) in wanted]
    return ast.copy_location(type(node)(**{**dict(ast.iter_fields(node)), "names": names}), node)


def public_names(source: str, path: str) -> dict[str, str]:
    """Return the public functions and classes of a stub with their kinds.

    Raises `CourseError` when the stub does not parse.
    """
    try:
        body = ast.parse(source).body
    except SyntaxError as error:
        raise CourseError(
            f"{path}:{error.lineno}: the stub does not parse ({error.msg})."
        ) from error
    defined = [
        n for n in body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    ]
    return {node.name: _kind(node) for node in defined if not node.name.startswith("_")}


def _kind(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> str:
    if isinstance(node, ast.ClassDef):
        return CLASS
    if isinstance(node, ast.FunctionDef) or node.decorator_list:
        return FUNCTION  # a decorator (asynccontextmanager) makes something else of it
    return ASYNC_GENERATOR if any(map(_yields, node.body)) else COROUTINE


def _yields(node: ast.AST) -> bool:
    if isinstance(node, ast.Yield):
        return True
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
        return False
    return any(map(_yields, ast.iter_child_nodes(node)))
