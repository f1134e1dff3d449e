"""The text of a suite's checks, for readers of the JSON document."""

from __future__ import annotations

import ast
import textwrap
from pathlib import Path


def check_bodies(suite: Path) -> dict[str, str]:
    """Return each check's body by name, without its docstring; nothing of an unreadable suite."""
    try:
        source = suite.read_text(encoding="utf-8")
        module = ast.parse(source)
    except (OSError, ValueError, SyntaxError):
        return {}
    lines = source.split("\n")  # as the numbers of lines have it
    return {
        node.name: _body(node, lines)
        for node in module.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def _body(function: ast.FunctionDef, lines: list[str]) -> str:
    statements = function.body[1:] if ast.get_docstring(function) is not None else function.body
    if not statements:
        return ""
    return textwrap.dedent("\n".join(lines[statements[0].lineno - 1 : function.end_lineno]))
