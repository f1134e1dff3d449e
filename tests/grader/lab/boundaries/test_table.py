"""The table in docs/lab.md and its proofs say the same: no row without a test, no test without."""

import ast
import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PAGE = HERE.parents[3] / "docs" / "lab.md"
ROW = re.compile(r"^\| `(?P<api>[^`]+)` \| (?P<lab>\w+) \| (?P<grading>\w+) \|", re.MULTILINE)
# In the chapter on boundaries alone: other tables of the page look alike.
ROWS = list(ROW.finditer(PAGE.read_text(encoding="utf-8").partition("## The boundaries")[2]))


def proofs(source, mark):
    """Yield what `mark("...")` names, wherever a test module says so."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == mark:
            yield from (item.value for item in node.args[:1] if isinstance(item, ast.Constant))


def proved(mark):
    sources = [path.read_text(encoding="utf-8") for path in HERE.glob("test_*.py")]
    return {name for source in sources for name in proofs(source, mark)}


def test_every_row_is_proved_and_every_proof_has_its_row():
    rows = [row["api"] for row in ROWS]
    assert len(rows) == len(set(rows)) > 50
    assert proved("row") == set(rows)


@pytest.mark.parametrize("word", ["same", "fenced", "noted"])
def test_what_the_table_says_of_grading_is_proved(word):
    rows = {row["api"] for row in ROWS if row["grading"] == word}
    assert proved(word) == rows


def test_the_table_uses_the_words_that_the_page_explains():
    assert {row["lab"] for row in ROWS} == {"virtual", "real", "walks", "stands"}
    assert {row["grading"] for row in ROWS} == {"same", "fenced", "noted"}


def test_proofs_are_found_in_decorators_and_in_parameters():
    source = '@pytest.mark.row("one")\ndef test(): ...\nX = [pytest.param(1, marks=row("two"))]'
    assert list(proofs(source, "row")) == ["one", "two"]
