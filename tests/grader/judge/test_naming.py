"""Which known mistake a submission shows."""

from grader.judge.naming import Answers, claims, same_failure
from grader.judge.shape import shape_of

GATHER = b"import asyncio\nasync def f(g):\n    return await asyncio.gather(*[x() for x in g])\n"
LOOP = b"async def f(g):\n out = []\n for x in g:\n  out.append(await x())\n return out\n"
SILENT = b"import asyncio\nasync def f(g):\n    await asyncio.gather(*[x() for x in g])\n"
PLAIN = b"def f(g):\n    return [x() for x in g]\n"
ANSWERS = Answers(
    [shape_of(GATHER)],
    {"loop": shape_of(LOOP), "silent": shape_of(SILENT), "plain": shape_of(PLAIN)},
)


def named(source, *candidates, sure=True):
    return ANSWERS.named(shape_of(source), candidates or ("loop", "silent", "plain"), sure=sure)


def test_each_mistake_is_claimed_by_its_checks():
    claimed = claims([("a", ("one", "two")), ("b", ("two",)), ("c", ())])
    assert claimed == {"one": {"a"}, "two": {"a", "b"}}


def test_only_exactly_the_same_failures_are_the_same():
    claimed = {"one": frozenset("a"), "two": frozenset("ab"), "three": frozenset("a")}
    assert same_failure(claimed, frozenset("a")) == ["one", "three"]
    assert same_failure(claimed, frozenset("abc")) == []
    assert same_failure(claimed, frozenset()) == []


def test_a_mistake_is_named_whatever_its_variables_are_called():
    mine = b"async def f(js):\n a = []\n for job in js:\n  a.append(await job())\n return a\n"
    assert named(mine) == named(mine, sure=False) == "loop"


def test_of_several_the_nearest_is_named():
    mine = b"async def f(g):\n out = []\n for x in g:\n  out += [await x()]\n return out\n"
    assert named(mine) == "loop"


def test_a_single_candidate_has_to_be_near_as_well():
    assert named(b"class A:\n    def b(self):\n        self.c = {1: 2}\n", "loop") is None


def test_what_is_nearer_to_a_right_answer_shows_no_mistake():
    assert named(GATHER.replace(b"x()", b"x(1)"), "silent", "loop") is None


def test_what_is_nearer_to_a_mistake_that_fails_otherwise_shows_no_mistake():
    assert named(LOOP.replace(b"await x()", b"x(1)"), "silent") is None


def test_who_returns_did_not_forget_to_return():
    assert named(GATHER.replace(b"return await", b"return not await"), "silent") is None


def test_an_async_function_does_not_show_the_mistake_of_a_plain_one():
    assert named(PLAIN.replace(b"def", b"async def"), "plain") is None


def test_after_a_slip_only_the_very_same_is_named():
    assert named(LOOP.replace(b"out.append", b"out.extend")) == "loop"
    assert named(LOOP.replace(b"out.append", b"out.extend"), sure=False) is None


def test_where_the_course_keeps_its_solutions_to_itself_nothing_is_named():
    assert Answers([], {}).named(shape_of(LOOP), ["loop"], sure=True) is None
