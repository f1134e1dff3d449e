"""A kata in a few sentences, read off its stub."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.catalog import Course
from grader.report.gist import gist

COURSE = Course(Path(__file__).parents[3])


def test_the_function_to_complete_says_what_it_does():
    stub = '''
async def given(x):
    """Help."""
    return x

async def asked(x):
    """Return twice `x`,
    and wait.

    Zero is fine.
    """
    # TODO: write it
    raise NotImplementedError
'''
    said = "Complete `asked` in `my.py`. Return twice `x`, and wait. Zero is fine."
    assert gist(stub, "my.py") == said


def test_several_functions_are_named():
    stub = "def a():\n    raise NotImplementedError\n\ndef b():\n    raise NotImplementedError\n"
    assert gist(stub, "my.py") == "Complete `a` and `b` in `my.py`."


@pytest.mark.parametrize("text", ["", "def a(:", "x = 1", "\0"])
def test_where_nothing_is_left_to_write_nothing_is_said(text):
    assert gist(text, "my.py") == ""


@pytest.mark.parametrize("kata", COURSE.katas, ids=lambda kata: kata.slug)
def test_each_kata_says_on_the_first_screen_what_it_asks(kata):
    said = gist((kata.root / kata.pristine).read_text(encoding="utf-8"), kata.filename)
    assert said.startswith("Complete `")
    assert said.endswith(".")
    assert len(said) < 5 * 76, "it has to stay a few lines"
