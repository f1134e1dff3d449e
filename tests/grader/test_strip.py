"""The worker gets scenarios; checks and expected values stay behind."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from grader.catalog import find_course
from grader.errors import CourseError
from grader.strip import public_names, scenario_names, scenarios_only

COURSE = find_course(Path(__file__).parent)

SUITE = '''
"""A suite."""
from __future__ import annotations
import math, json
from grader.suite import catches, scenario
FREE = {"everything_awaited": "forgets"}
SIZE = 3
EXPECTED = {"answer": 42}

def plan(draw):
    return draw.names(SIZE)

def answer(names):
    return EXPECTED["answer"]

@scenario
async def played(kata, draw):
    return await kata.solve(plan(draw), math.pi)

@catches("wrong")
def test_answer(played):
    """The answer is right."""
    assert played.value == answer(plan(played.draw)), "wrong"
'''


def test_only_what_a_scenario_reaches_is_shipped():
    shipped = scenarios_only(SUITE, "suite.py")
    names = {getattr(node, "name", None) for node in ast.parse(shipped).body} - {None}
    assert names == {"plan", "played"}
    for hidden in ("EXPECTED", "answer", "catches", "json", "FREE", "42"):
        assert hidden not in shipped
    assert "SIZE = 3" in shipped and "import math" in shipped
    compile(shipped, "shipped", "exec")


@pytest.mark.parametrize("kata", COURSE.katas, ids=lambda kata: kata.id)
def test_no_check_and_no_claim_of_a_suite_reaches_the_worker(kata):
    source = (COURSE.root / kata.suite).read_text()
    shipped = scenarios_only(source, str(kata.suite))
    body = ast.parse(shipped).body
    functions = [
        node.name for node in body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert not [name for name in functions if name.startswith("test_")]
    assert set(scenario_names(source)) <= set(functions)
    for word in ("catches", "assert ", ".explain(", "FREE", *kata.mistakes):
        assert word not in shipped
    compile(shipped, "shipped", "exec")


def test_public_names_tell_what_each_one_is():
    source = """
async def one(): ...
async def two():
    yield 1
def three(): ...
class Four: ...
@asynccontextmanager
async def five():
    yield
async def six():
    def inner():
        yield
async def _hidden(): ...
"""
    assert public_names(source, "stub.py") == {
        "one": "coroutine", "two": "async generator", "three": "function", "four".title(): "class",
        "five": "function", "six": "coroutine",
    }  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["TABLE['a'] = 1", "TABLE.update(a=1)", "for x in ():\n    pass", "@scenario\ndef f(): ..."],
)
def test_what_cannot_be_taken_apart_is_refused(line):
    with pytest.raises(CourseError, match=r"suite\.py:\d"):
        scenarios_only(f"from grader.suite import scenario\nTABLE = {{}}\n{line}\n", "suite.py")


def test_a_suite_that_does_not_parse_is_the_courses_fault():
    with pytest.raises(CourseError, match=r"suite\.py:1"):
        scenarios_only("def (", "suite.py")
