"""What a name that is not there was meant to be."""

import pytest

from grader.judge.slips import slip_meaning
from grader.judge.troubles import of_error, of_trouble
from grader.run import Error, Trouble, Where

GATHER = "gather belongs to asyncio: write asyncio.gather"
NOBODY_TYPES = "nobody is there to answer input(): what is needed comes in as a parameter"
ENOUGH = "every kata can be solved with the standard library and aiohttp"
HERE = Where("first_await.py", 2, "submission")


@pytest.mark.parametrize(
    ("kind", "message", "meaning"),
    [
        ("NameError", "name 'asyncio' is not defined", "asyncio is not imported in first_await.py"),
        ("NameError", "name 'aiohttp' is not defined", "aiohttp is not imported in first_await.py"),
        ("NameError", "name 'gather' is not defined", GATHER),
        ("NameError", "name 'asynco' is not defined", "did you mean asyncio?"),
        ("NameError", "name 'pritn' is not defined", "did you mean print?"),
        ("NameError", "name 'qqqq' is not defined", ""),
        ("AttributeError", "module 'asyncio' has no attribute 'run_'", "did you mean asyncio.run?"),
        ("AttributeError", "module 'antigravity' has no attribute 'fly'", ""),
        ("AttributeError", "'list' object has no attribute 'x'", ""),
        ("ImportError", "cannot import name 'gahter' from 'asyncio' (x)", "did you mean gather?"),
        ("ModuleNotFoundError", "No module named 'asincio'", "did you mean asyncio?"),
        ("ModuleNotFoundError", "No module named 'requests'", ENOUGH),
        ("EOFError", "EOF when reading a line", NOBODY_TYPES),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_what_was_meant(kind, message, meaning):
    assert slip_meaning(Error(kind, message, where=HERE)) == meaning


def test_what_was_meant_stands_beside_the_error():
    found = of_error(Error("NameError", "name 'asyncio' is not defined", where=HERE))
    assert (
        found.message
        == "Your code raised NameError: name 'asyncio' is not defined (first_await.py:2)."
    )
    assert found.because == "asyncio is not imported in first_await.py"


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        (
            "NameError: name 'asyncio' is not defined",
            "; asyncio is not imported in first_await.py.",
        ),
        ("ModuleNotFoundError: No module named 'asincio'", "; did you mean asyncio?"),
        ("ValueError: no luck", "."),
    ],
)
def test_what_was_meant_stands_in_the_sentence_about_an_import(raised, told):
    said = f"Importing your file raises {raised} at first_await.py:2"
    assert of_trouble(Trouble("import", f"{said}.", HERE)).message == f"{said}{told}"
