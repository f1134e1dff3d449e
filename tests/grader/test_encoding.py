"""Values cross the pipe by exact type, or only by name."""

from __future__ import annotations

import asyncio
import json
import math
from collections import Counter, OrderedDict, defaultdict
from typing import NamedTuple

import pytest

from grader.encoding import MAX_DEPTH, Encoder, Ended, Thing, decode
from grader.run import Error


def encode(value):
    return Encoder(lambda error: Error(type(error).__name__, str(error))).encode(value)


PLAIN = [
    None, True, 0, -(2**100), 1.5, math.inf, "", "日本語", b"\x00\xff", bytearray(b"a"), [1, [2]],
    (1,), {"a": (None,)}, {1: 2, None: 3, (1, 2): 4}, {1, 2}, frozenset({3, 4}),
    Ended(value=[1]), Ended(error=Error("KeyError", "x", "mark")),
]  # fmt: skip


@pytest.mark.parametrize("value", PLAIN, ids=repr)
def test_plain_values_come_back_equal_and_of_the_same_type(value):
    back = decode(json.loads(json.dumps(encode(value))))
    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize("value", [defaultdict(bytes, a=b"x"), OrderedDict(a=b"x")], ids=repr)
def test_a_dict_of_collections_comes_back_as_a_plain_dict(value):
    back = decode(encode(value))
    assert back == {"a": b"x"}
    assert type(back) is dict


class Pair(NamedTuple):
    first: int
    second: int


class Loud(list):
    """Says something else whenever it is asked."""

    def __iter__(self):
        raise AssertionError("nobody may ask")

    def __eq__(self, other):
        return True

    __hash__ = None


@pytest.mark.parametrize(
    ("value", "plain"), [(Pair(1, 2), (1, 2)), (Loud([1]), [1]), (Counter("aa"), {"a": 2})]
)
def test_what_is_derived_from_a_collection_comes_back_as_one(value, plain):
    back = decode(encode(value))
    assert back == plain
    assert type(back) is type(plain)


def test_no_method_of_a_dict_is_called():
    value = OrderedDict(a=1)
    value.items = lambda: [("a", 2)]
    assert decode(encode(value)) == {"a": 1}


def test_a_nan_stays_a_nan():
    assert math.isnan(decode(encode(math.nan)))


class Liar:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0


class Text(str):
    __slots__ = ()


async def noop():
    pass


@pytest.mark.parametrize(
    ("value", "kind"),
    [(Liar(), "Liar object"), (Text("a"), "Text object"), (Liar, "class"), (encode, "function")],
)
def test_anything_else_is_only_named(value, kind):
    assert decode(encode(value)).kind == kind


def test_an_object_has_the_right_article():
    assert str(Thing("Order object")) == "an Order object"


def test_a_function_inside_another_has_its_own_name():
    async def inner(): ...

    coroutine = inner()
    assert decode(encode(coroutine)).name == "inner"
    coroutine.close()


def test_a_coroutine_object_is_named_by_its_function():
    coroutine = noop()
    assert decode(encode(coroutine)) == Thing("coroutine object", "noop")
    coroutine.close()


async def test_a_coroutine_object_that_was_run_is_not_one_that_nobody_awaited():
    coroutine = noop()
    await coroutine
    assert decode(encode(coroutine)) == Thing("finished coroutine object", "noop")


async def test_a_task_is_named():
    task = asyncio.create_task(noop())
    assert decode(encode(task)).kind == "Task"
    assert str(decode(encode(asyncio.gather(task)))) == "a Future of gather(...)"
    await task


def test_an_exception_becomes_a_description():
    assert decode(encode(ValueError("no"))) == Error("ValueError", "no")


def test_what_contains_itself_ends():
    loop: list[object] = []
    loop.append(loop)
    value = decode(encode(loop))
    for _ in range(MAX_DEPTH - 1):
        (value,) = value
    assert isinstance(value[0] if isinstance(value, list) else value, Thing)


def test_what_is_huge_is_cut():
    assert isinstance(decode(encode("x" * 1_000_000)), Thing)
    assert isinstance(decode(encode(1 << 100_000)), Thing)
    assert isinstance(decode(encode(list(range(100_000))))[-1], Thing)


@pytest.mark.parametrize("data", [[], {}, {"int": "0x1", "float": "0"}, {"eval": "1"}, 1, 1.5])
def test_what_the_encoder_never_writes_is_refused(data):
    with pytest.raises(ValueError, match="encoded value"):
        decode(data)
