"""What a kata asks, and at which line: read off its stub, which the learner has before them."""

from __future__ import annotations

import ast

Function = ast.FunctionDef | ast.AsyncFunctionDef


def gist(stub: str, filename: str) -> str:
    """Return which functions of a stub are to be completed, and what the first one says it does.

    Nothing where nothing is left to write, or the text is no Python.
    """
    try:
        functions = [
            node
            for node in ast.walk(ast.parse(stub))
            if isinstance(node, Function) and _is_unwritten(node)
        ]
    except (SyntaxError, ValueError, RecursionError):
        return ""
    if not functions:
        return ""
    names = " and ".join(f"`{function.name}`" for function in functions)
    said = " ".join((ast.get_docstring(functions[0]) or "").split())
    return f"Complete {names} in `{filename}`. {said}".strip()


def line_to_write(text: str) -> int | None:
    """Return the line of the TODO, else of what is not implemented; None where nothing is left."""
    rows = text.splitlines()
    for sought in ("TODO", "raise NotImplementedError"):
        for number, row in enumerate(rows, 1):
            if sought in row:
                return number
    return None


def _is_unwritten(function: Function) -> bool:
    return any(
        isinstance(statement, ast.Raise)
        and isinstance(statement.exc, ast.Name)
        and statement.exc.id == "NotImplementedError"
        for statement in function.body
    )
