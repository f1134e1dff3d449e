"""What a file offers: its public functions and classes, without their bodies."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.strip import public_names

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def signatures(source: str, path: str) -> dict[str, str]:
    """Return each public name with its head: kind, decorators, parameters, annotations, methods."""
    kinds = public_names(source, path)
    defined = [node for node in ast.parse(source).body if isinstance(node, Definition)]
    return {
        node.name: f"{_head(node)} ({kinds[node.name]})" for node in defined if node.name in kinds
    }


def differences(stub: dict[str, str], reference: dict[str, str]) -> Iterator[str]:
    """Yield a sentence for each name that the stub and the reference do not offer alike."""
    for name in sorted(stub.keys() | reference.keys()):
        theirs, ours = stub.get(name, "nothing"), reference.get(name, "nothing")
        if theirs != ours:
            yield f"`{name}`: the stub offers {theirs}, the reference {ours}."


def _head(node: Definition) -> str:
    heads = [f"@{ast.unparse(mark)}" for mark in node.decorator_list]
    if isinstance(node, ast.ClassDef):
        bases = ", ".join(map(ast.unparse, node.bases))
        return " ".join([*heads, f"class {node.name}({bases})", *_members(node)])
    word = "async def" if isinstance(node, ast.AsyncFunctionDef) else "def"
    answer = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return " ".join([*heads, f"{word} {node.name}({ast.unparse(node.args)}){answer}"])


def _members(node: ast.ClassDef) -> Iterator[str]:
    for member in node.body:
        if isinstance(member, Definition) and not member.name.startswith("_"):
            yield _head(member)
        elif isinstance(member, ast.AnnAssign):
            yield f"{ast.unparse(member.target)}: {ast.unparse(member.annotation)}"
