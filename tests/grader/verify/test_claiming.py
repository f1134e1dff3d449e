"""Claims are written from what really fails, and nothing else in a suite changes."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib.util import find_spec

import pytest

from grader.errors import CourseError
from grader.verify import verify
from grader.verify.claiming import with_claims
from grader.verify.claims import claims_of

LONG = [f"a_mistake_with_a_long_name_{number}" for number in range(4)]

SUITE = '''"""A suite."""

from grader.suite import catches, scenario


@catches("old")
def test_first(run):
    """First."""


@other
def test_second(run):
    """Second."""
'''


def test_claims_are_replaced_added_and_taken_away():
    failed = {"test_second": ["b", "a"], "test_free_no_error_lost": ["b"]}
    assert with_claims(SUITE, failed) == SUITE.replace('@catches("old")\n', "").replace(
        "@other", '@catches("a b")\n@other'
    ).replace("scenario\n\n", 'scenario\n\nFREE = {\n    "no_error_lost": "b",\n}\n\n', 1)


def test_what_only_looks_like_the_end_of_a_line_stays_where_it_is():
    suite = SUITE.replace('"""A suite."""', '"""A\x0c suite\u2028."""')
    assert with_claims(suite, {"test_first": ["old"]}) == suite


def test_long_lists_have_a_line_for_each_name():
    text = with_claims(SUITE, {"test_first": LONG, "test_free_no_error_lost": LONG})
    claims = claims_of(ast.parse(text))
    assert claims.checks["test_first"] == claims.free["test_free_no_error_lost"] == set(LONG)
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.skipif(not find_spec("ruff"), reason="ruff is not installed")
@pytest.mark.parametrize("columns", range(89, 96))
def test_a_formatter_has_nothing_to_change(columns):
    names = ["a" * 40, "b" * (columns - 41)]
    text = with_claims(SUITE, {"test_first": names, "test_free_no_error_lost": names})
    ruff = [sys.executable, "-m", "ruff", "format", "--line-length", "100", "-"]
    done = subprocess.run(ruff, input=text, capture_output=True, text=True, check=True)
    assert done.stdout == text


def test_claiming_twice_changes_nothing():
    failed = {"test_first": LONG, "test_second": ["a"], "test_free_no_error_lost": ["b", "a"]}
    once = with_claims(SUITE, failed)
    assert with_claims(once, failed) == once


def test_what_a_mistake_really_fails_is_claimed_and_then_holds(garden, sound):
    suite = garden.root / sound.suite
    said = suite.read_text()
    garden.change(sound.suite, '@catches("silent")', '@catches("sleepless")')
    (proof,) = verify(garden.course, [sound], claims_anew=True)
    assert proof.ok
    assert claims_of(ast.parse(suite.read_text())) == claims_of(ast.parse(said))
    assert [path.name for path in suite.parent.iterdir() if path.is_file()] == [suite.name]


def test_a_mistake_that_cannot_be_judged_leaves_the_suite_alone(garden, sound):
    (garden.root / sound.mistakes["silent"]).write_text('"""Broken."""\nimport nowhere\n')
    before = (garden.root / sound.suite).read_text()
    with pytest.raises(CourseError, match="'silent' cannot be judged"):
        list(verify(garden.course, [sound], claims_anew=True))
    assert (garden.root / sound.suite).read_text() == before


def test_the_import_that_a_linter_took_away_comes_back():
    suite = SUITE.replace("import catches, scenario", "import Draw, scenario").replace(
        '@catches("old")\n', ""
    )
    assert "from grader.suite import Draw, catches, scenario\n" in with_claims(suite, {})
