"""Which known mistake a submission shows."""

from grader.judge.naming import claims, nearest, same_failure, shape_of

TASKS = b'"""Tasks."""\nasync def f(g):\n    return [await create_task(x) for x in g]\n'
LOOP = b"""
"Loop."
async def f(g):
    out = []
    for x in g:
        out.append(await x)
    return out
"""
CANDIDATES = {"tasks": shape_of(TASKS), "loop": shape_of(LOOP)}


def test_each_mistake_is_claimed_by_its_checks():
    claimed = claims([("a", ("one", "two")), ("b", ("two",)), ("c", ())])
    assert claimed == {"one": {"a"}, "two": {"a", "b"}}


def test_only_exactly_the_same_failures_are_the_same():
    claimed = {"one": frozenset("a"), "two": frozenset("ab"), "three": frozenset("a")}
    assert same_failure(claimed, frozenset("a")) == ["one", "three"]
    assert same_failure(claimed, frozenset("abc")) == []
    assert same_failure(claimed, frozenset()) == []


def test_a_single_candidate_needs_no_likeness():
    assert nearest(shape_of(b"x = 1"), {"tasks": CANDIDATES["tasks"]}) == "tasks"


def test_of_several_the_nearest_wins():
    mine = b"async def f(g):\n    all = []\n    for y in g:\n        all += [await y]\n"
    assert nearest(shape_of(mine), CANDIDATES) == "loop"


def test_comments_docstrings_and_layout_do_not_count():
    mine = b"# mine\nasync def f(g):\n    'Doc.'\n    return [ await create_task(x)  for x in g]"
    assert shape_of(mine).likeness(CANDIDATES["tasks"]) == 1
    assert shape_of(LOOP).likeness(CANDIDATES["tasks"]) < 1


def test_when_unsure_only_a_near_one_is_named():
    far = shape_of(b"class A:\n    def b(self):\n        self.c = {1: 2}\n        del self.d\n")
    assert nearest(far, CANDIDATES, sure=False) is None
    assert nearest(shape_of(LOOP), CANDIDATES, sure=False) == "loop"


def test_a_source_that_does_not_parse_has_no_shape():
    for source in (b"def", b"\xff\xfe\x00", b"\x00", b"(" * 5_000, b"-" * 150_000 + b"1"):
        assert shape_of(source) is None
    assert nearest(None, CANDIDATES) is None


def test_a_huge_source_is_not_looked_at():
    assert shape_of(b"x = 1\n" * 100_000) is None


def test_a_function_is_unwritten_while_it_only_says_so():
    stub = b"async def f():\n    '''Doc.'''\n    raise NotImplementedError\n    yield\n"
    assert shape_of(stub).unwritten == "f"
    assert shape_of(b"def f():\n    raise NotImplementedError('todo')\n").unwritten == "f"
    assert shape_of(b"def f(x):\n    if x: raise NotImplementedError\n").unwritten is None
