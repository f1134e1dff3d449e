"""What is told of a kata's own answers by their source alone: a mistake's name, or nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeGuard

from grader.catalog import Kata
from grader.judge.naming import Answers
from grader.judge.shape import Shape, shape_of
from grader.verify.files import text_of


def misleading(kata: Kata) -> Iterator[str]:
    """Yield a sentence for each answer that would be told as what it is not.

    Of a mistake nothing but the names of its variables is changed; a right answer is looked at as
    if it failed like each of the mistakes in turn, for one that is nearly right may do so.
    """
    right = dict(_shapes(kata, [kata.reference, *kata.variants.values()]))
    wrong = {path.stem: shape for path, shape in _shapes(kata, kata.mistakes.values())}
    answers = Answers(right.values(), wrong)
    for name in wrong:
        told = answers.named(_renamed(kata, kata.mistakes[name]), wrong, sure=True)
        if told is None or wrong[told].traits != wrong[name].traits:
            yield f"Mistake {name!r} is told as {told!r} once its variables have other names."
    for path, shape in right.items():
        # A shape has no names: where only the places of two variables differ, the checks decide.
        told = answers.named(
            shape, [name for name in wrong if wrong[name].traits != shape.traits], sure=True
        )
        if told is not None:
            yield f"{path} is right and looks like the mistake {told!r}."


def _shapes(kata: Kata, paths: Iterable[Path]) -> Iterator[tuple[Path, Shape]]:
    for path in paths:
        shape = shape_of((text_of(kata, path) or "").encode())
        if shape is not None:  # what does not parse is told elsewhere
            yield path, shape


def _renamed(kata: Kata, path: Path) -> Shape:
    tree = ast.parse(text_of(kata, path) or "")
    shape = shape_of(ast.unparse(_Renamed(tree).visit(tree)).encode())
    assert shape is not None, path
    return shape


class _Renamed(ast.NodeTransformer):
    """Calls every local variable and parameter by another name."""

    def __init__(self, tree: ast.Module) -> None:
        top = {getattr(node, "name", "") for node in tree.body}
        stored = {node.id for node in ast.walk(tree) if _is_stored(node)}
        given = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
        self._names = {name: f"other_{name}" for name in (stored | given) - top}

    def visit_Name(self, node: ast.Name) -> ast.Name:  # as ast calls them, all below
        node.id = self._names.get(node.id, node.id)
        return node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.arg, node.annotation = self._names.get(node.arg, node.arg), None
        return node

    def visit_Global(self, node: ast.Global) -> ast.Global:
        node.names = [self._names.get(name, name) for name in node.names]
        return node

    def visit_Nonlocal(self, node: ast.Nonlocal) -> ast.Nonlocal:
        node.names = [self._names.get(name, name) for name in node.names]
        return node


def _is_stored(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
