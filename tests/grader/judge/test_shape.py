"""What two sources have in common, whatever they are called."""

from grader.judge.shape import shape_of

LOOP = b'''
"""Loop."""
import asyncio
from typing import TypeVar

T = TypeVar("T")

async def f(get, keys: list[T]) -> list[T]:
    """Wait."""
    out = []
    for key in keys:
        await asyncio.sleep(1)  # why not
        out.append(await get(key))
    return out
'''
RENAMED = b"""
from asyncio import sleep as nap

async def f(load, names):
    all = [ ]
    for n in names:
        await nap(1)
        all.append( await load(n) )
    return all
"""


def traits(source):
    return shape_of(source).traits


def test_names_docstrings_annotations_layout_and_imports_do_not_count():
    assert traits(LOOP) == traits(RENAMED)


def test_a_missing_import_counts():
    assert traits(LOOP) != traits(LOOP.replace(b"import asyncio", b""))


def test_what_is_called_awaited_and_returned_counts():
    for old, new in (
        (b"await get", b"get"),
        (b"sleep(1)", b"sleep(2)"),
        (b"return out", b"out"),
        (b"for key", b"async for key"),
        (b"get(key)", b"keys(key)"),
        (b"append", b"extend"),
    ):
        assert traits(LOOP) != traits(LOOP.replace(old, new)), old


def test_the_order_of_statements_counts():
    first = b"async def f(x, say):\n    await x()\n    say(1)\n    return 1\n"
    other = b"async def f(x, say):\n    say(1)\n    await x()\n    return 1\n"
    assert traits(first) != traits(other)


def test_the_docstring_of_the_module_is_kept_in_one_line():
    assert shape_of(b'"""One.\n\nTwo."""').docstring == "One. Two."


def test_a_source_that_does_not_parse_has_no_shape():
    for source in (b"def", b"\xff\xfe\x00", b"\x00", b"(" * 5_000, b"-" * 150_000 + b"1"):
        assert shape_of(source) is None


def test_a_huge_source_is_not_looked_at():
    assert shape_of(b"x = 1\n" * 100_000) is None


def test_a_function_is_unwritten_while_it_only_says_so():
    stub = b"async def f():\n    '''Doc.'''\n    raise NotImplementedError\n    yield\n"
    assert shape_of(stub).unwritten == "f"
    assert shape_of(b"def f():\n    raise NotImplementedError('todo')\n").unwritten == "f"
    assert shape_of(b"def f(x):\n    if x: raise NotImplementedError\n").unwritten is None
