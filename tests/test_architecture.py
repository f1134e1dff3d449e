"""The layers hold: every import points down, including those for the type checker only."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import grader

ROOT = Path(__file__).parents[1]
LONGEST_MODULE_LINES = 300
UNSAFE_FORMATS = {"pickle", "marshal", "shelve", "dill", "cloudpickle"}

MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "grader").rglob("*.py"))
}


def layers(docstring: str) -> list[str]:
    """Return the units that a package docstring lists, lowest first: `0  errors, run   words`."""
    lines = re.findall(r"^\d  ([\w/]+(?:, [\w/]+)*)", docstring, flags=re.MULTILINE)
    return [name.rstrip("/") for line in lines for name in line.split(", ")]


def package_of(module: str, path: Path) -> str:
    """Return the package that a module's relative imports start from."""
    return module if path.name == "__init__.py" else module.rpartition(".")[0]


def imports(source: str, package: str = "") -> Iterator[tuple[str, int]]:
    """Yield every dotted name that a source imports, with its line, wherever the import stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            # One dot is the package itself, each further dot one package up.
            parents = package.split(".")[: 1 - node.level or None] if node.level else []
            base = ".".join([*parents, *([node.module] if node.module else [])])
            yield from ((f"{base}.{alias.name}", node.lineno) for alias in node.names)


def edges(module: str) -> Iterator[tuple[str, int]]:
    """Yield the modules of grader/ that a module imports, with the line."""
    path = MODULES[module]
    for name, line in imports(path.read_text(encoding="utf-8"), package_of(module, path)):
        # `from grader.run import Where` names something inside a module: walk up to the module.
        while name not in MODULES and "." in name:
            name = name.rpartition(".")[0]
        if name in MODULES and name != "grader":
            yield name, line


def unit(module: str) -> str:
    """Return the part of a module's name that has a place in the layers: `lab`, `run`."""
    return module.split(".")[1]


LAYERS = layers(grader.__doc__ or "")


def test_every_module_has_a_place_in_the_layers() -> None:
    units = {unit(module) for module in MODULES if module != "grader"}
    assert units - set(LAYERS) == set(), "name it in the docstring of grader/__init__.py"


def test_a_module_imports_only_lower_layers() -> None:
    rank = {name: place for place, name in enumerate(LAYERS)}
    upward = [
        f"{MODULES[module].relative_to(ROOT)}:{line} imports {other}"
        for module in MODULES
        if module != "grader"
        for other, line in edges(module)
        if unit(other) != unit(module) and rank[unit(other)] > rank[unit(module)]
    ]
    assert upward == []


def orders() -> dict[str, list[str]]:
    """Return the packages whose docstring lists their modules, lowest first, with these lists."""
    found = {}
    for module, path in MODULES.items():
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        listed = re.search(r"^Lowest first;[^:]+: ([^.]+)\.", docstring, flags=re.MULTILINE)
        if path.name == "__init__.py" and listed:
            found[module] = [f"{module}.{name}" for name in re.findall(r"\w+", listed[1])]
    return found


@pytest.mark.parametrize(("package", "order"), orders().items(), ids=orders())
def test_a_package_that_lists_its_modules_keeps_their_order(package: str, order: list[str]) -> None:
    there = {name for name in MODULES if name.rpartition(".")[0] == package}
    assert there - {f"{package}.__main__"} == set(order)
    for place, module in enumerate(order):
        later = {other for other, _ in edges(module)} & set(order[place + 1 :])
        assert later == set(), f"{module} comes before these"


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = {
        module: {other for other, _ in edges(module)} - {module}
        for module in MODULES
        # A package's __init__ collects names; what its modules import from is each other.
        if MODULES[module].name != "__init__.py"
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"modules import each other: {' -> '.join(error.args[1])}")


@pytest.mark.parametrize(("one", "other"), [("judge", "worker"), ("worker", "judge")])
def test_the_judge_and_the_worker_never_import_each_other(one: str, other: str) -> None:
    seen = {
        unit(name) for module in MODULES if f".{one}." in f"{module}." for name, _ in edges(module)
    }
    assert other not in seen


def test_the_lab_knows_nothing_of_grading() -> None:
    seen = {unit(name) for module in MODULES if ".lab" in module for name, _ in edges(module)}
    assert seen <= {"errors", "run", "waits", "encoding", "lab"}


def test_nothing_is_ever_unpickled() -> None:
    unsafe = [
        f"{path.relative_to(ROOT)}:{line}: {name}"
        for path in MODULES.values()
        for name, line in imports(path.read_text(encoding="utf-8"))
        if name.split(".")[0] in UNSAFE_FORMATS
    ]
    assert unsafe == []


def test_only_the_page_of_a_report_knows_its_template_engine() -> None:
    users = {
        module
        for module, path in MODULES.items()
        for name, _ in imports(path.read_text(encoding="utf-8"))
        if name.split(".")[0] in ("jinja2", "markupsafe")
    }
    assert users == {"grader.report.html.render"}
    assert not loaded_after("-c", "import grader.commands.report") & {"jinja2", "markupsafe"}


def test_a_module_can_be_read_in_one_go() -> None:
    lengths = {module: len(path.read_text().splitlines()) for module, path in MODULES.items()}
    assert {m: n for m, n in lengths.items() if n > LONGEST_MODULE_LINES} == {}


def test_a_module_says_what_it_is() -> None:
    trees = {module: ast.parse(path.read_text()) for module, path in MODULES.items()}
    assert [module for module, tree in trees.items() if not ast.get_docstring(tree)] == []


def loaded_after(*arguments: str) -> set[str]:
    """Return the top-level modules that a Python process had imported."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        cwd=ROOT,
        text=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, done.stderr[-500:]
    rows = re.findall(r"^import time: .*\| +(\S+)$", done.stderr, flags=re.MULTILINE)
    assert rows, "python -X importtime reported nothing"
    return {name.split(".")[0] for name in rows}


def test_importing_the_command_line_stays_cheap() -> None:
    assert not loaded_after("-c", "import grader.cli") & {"pytest", "_pytest", "aiohttp", "rich"}


def test_commands_that_judge_nothing_import_nothing_heavy() -> None:
    load = (
        "from grader.commands.table import COMMANDS\n"
        "for name in ('next', 'start', 'list', 'progress', 'show', 'hint'): COMMANDS[name].load()"
    )
    heavy = {"asyncio", "pytest", "_pytest", "aiohttp", "jinja2", "msgspec", "watchfiles"}
    assert not loaded_after("-c", load) & heavy


# The instruments above are tried on sources that break the laws, so that green means something.


def test_imports_are_seen_wherever_they_stand() -> None:
    source = """
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from grader.cli import main
def late():
    import grader.runner
    from ..judge import plugin
    from . import props
"""
    names = [name for name, _ in imports(source, "grader.worker")]
    assert names == [
        "typing.TYPE_CHECKING",
        "grader.cli.main",
        "grader.runner",
        "grader.judge.plugin",
        "grader.worker.props",
    ]


def test_layers_are_read_from_the_package_docstring() -> None:
    text = "Words.\n\n0  errors, run   plain data\n1  lab/          the world, knows\n\nMore words."
    assert layers(text) == ["errors", "run", "lab"]
