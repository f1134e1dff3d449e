"""What a suite says about itself: its checks, and the mistakes that they claim to catch."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeGuard

from grader.judge.free import PREFIX

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Claims:
    """Which mistakes a suite's own checks and the free checks catch, by the check's name."""

    checks: Mapping[str, frozenset[str]]
    free: Mapping[str, frozenset[str]]  # by the full name, `test_free_...`

    def of(self, mistake: str) -> frozenset[str]:
        """Return the names of all checks that claim to catch a mistake."""
        everything = {**self.checks, **self.free}
        return frozenset(check for check, caught in everything.items() if mistake in caught)

    @property
    def mistakes(self) -> frozenset[str]:
        """Every mistake that is named anywhere."""
        return frozenset().union(*self.checks.values(), *self.free.values())


def claims_of(tree: ast.Module) -> Claims:
    """Return the claims of a suite, as far as they are written out as plain strings."""
    checks = {check.name: frozenset(_caught(check)) for check in checks_of(tree)}
    return Claims(checks, _free(tree))


def checks_of(tree: ast.Module) -> list[Function]:
    """Return the checks of a suite, in order."""
    return [node for node in tree.body if _is_function(node) and node.name.startswith("test_")]


def unreadable_claims(tree: ast.Module) -> Iterator[str]:
    """Yield a sentence for each claim that is not written out as plain strings."""
    for check in checks_of(tree):
        if any(
            len(mark.args) != 1 or _string(mark.args[0]) is None for mark in catches_marks(check)
        ):
            yield f"{check.name}: @catches takes the names of mistakes as one plain text."
    if _assigned(tree, "FREE") is not None and _free_literal(tree) is None:
        yield "FREE is a dict of free checks to mistakes, each a plain text, written out."


def silent_asserts(tree: ast.Module) -> list[int]:
    """Return the lines of asserts without a message: a learner would read nothing."""
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Assert)]
    return sorted(node.lineno for node in found if node.msg is None)


def _is_function(node: ast.stmt) -> TypeGuard[Function]:
    return isinstance(node, Function)


def catches_marks(check: Function) -> list[ast.Call]:
    """Return the `@catches(...)` above a check."""
    marks = [mark for mark in check.decorator_list if isinstance(mark, ast.Call)]
    return [mark for mark in marks if _is_name(mark.func, "catches")]


def _arguments(check: Function) -> list[ast.expr]:
    return [item for mark in catches_marks(check) for item in mark.args]


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _caught(check: Function) -> Iterator[str]:
    for text in filter(None, map(_string, _arguments(check))):
        yield from text.split()


def _string(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def assignment(tree: ast.Module, name: str) -> ast.Assign | None:
    """Return the last top-level assignment to a name."""
    assigned = [node for node in tree.body if isinstance(node, ast.Assign)]
    found = [node for node in assigned if any(_is_name(to, name) for to in node.targets)]
    return found[-1] if found else None


def _assigned(tree: ast.Module, name: str) -> ast.expr | None:
    node = assignment(tree, name)
    return node.value if node else None


def _free(tree: ast.Module) -> dict[str, frozenset[str]]:
    return {
        PREFIX + name: frozenset(caught.split())
        for name, caught in (_free_literal(tree) or {}).items()
    }


def _free_literal(tree: ast.Module) -> dict[str, str] | None:
    value = _assigned(tree, "FREE")
    try:
        read = ast.literal_eval(value) if value is not None else {}
    except ValueError:
        return None
    fits = isinstance(read, dict) and all(isinstance(caught, str) for caught in read.values())
    return read if fits else None
