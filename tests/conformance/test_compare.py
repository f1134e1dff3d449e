"""Each test counts once; differences need a reason, and reasons a difference."""

import pytest

from tests.conformance.compare import compare, differs, stale, unmatched
from tests.conformance.exceptions import Known, load, matches
from tests.conformance.results import Result
from tests.conformance.table import Judged, counts, render

PASS, FAIL, SKIP = Result("pass", used=True), Result("fail"), Result("skip")


def row(plain, known=(), **ours):
    return compare("test_made_up", plain, ours, list(known))


def test_a_difference_without_a_reason_is_reported():
    found = row({"a": PASS, "b": PASS}, loop={"a": PASS, "b": FAIL}, world={"a": PASS, "b": PASS})
    assert (found.passed, found.undocumented) == (["a"], ["b"])
    assert [(each.test, each.kind) for each in found.differences] == [("b", "loop")]
    assert not Judged(found).is_clean


def test_a_reason_holds_only_on_the_kinds_it_names():
    known = [Known(("b",), "why", on=("loop",))]
    assert row({"b": PASS}, known, loop={"b": FAIL}, world={"b": PASS}).documented == ["b"]
    assert row({"b": PASS}, known, loop={"b": FAIL}, world={"b": FAIL}).undocumented == ["b"]


def test_a_test_that_is_not_there_on_one_side_differs():
    assert row({"a": PASS}, world={}).undocumented == ["a"]
    assert row({}, world={"a": PASS}).undocumented == ["a"]


@pytest.mark.parametrize("outcome", ["fail", "hang", "crash"])
def test_what_fails_on_the_plain_loop_proves_nothing(outcome):
    found = row({"a": Result(outcome)}, world={"a": FAIL})
    assert found.failed_on_plain == ["a"]
    assert Judged(found).is_clean


def test_to_run_what_the_plain_loop_skips_is_no_fault_but_to_fail_there_is():
    assert not differs(SKIP, PASS)
    assert differs(SKIP, FAIL)
    assert differs(PASS, SKIP)


def test_every_test_is_in_one_column():
    plain = {"a": PASS, "b": SKIP, "c": FAIL, "d": PASS, "e": PASS}
    ours = plain | {"d": FAIL, "e": FAIL}
    tests, used, *columns = counts(row(plain, [Known(("d",), "why")], world=ours))
    assert (tests, used) == (5, 3)
    assert columns == [1, 1, 1, 1, 1]


def test_a_reason_for_what_does_not_differ_is_stale():
    known = [Known(("*.b",), "why", on=("world",))]
    plain, ours = {"x.b": PASS, "y.b": PASS}, {"world": {"x.b": PASS, "y.b": FAIL}}
    found = compare("", plain, ours, known)
    assert list(stale(plain, ours, found, known)) == [("*.b", "world", "x.b")]
    assert not Judged(found, stale=[("*.b", "world", "x.b")]).is_clean


def test_a_reason_that_real_time_decides_about_is_never_stale():
    known = [Known(("b",), "why", on=("world",), sometimes=True)]
    plain, ours = {"b": PASS}, {"world": {"b": PASS}}
    assert list(stale(plain, ours, compare("", plain, ours, known), known)) == []


def test_a_reason_for_a_test_that_nobody_has_is_told():
    known = [Known(("*.here", "*.gone"), "why")]
    assert unmatched({"x.here"}, known) == ["*.gone"]


def test_brackets_in_the_name_of_a_test_mean_themselves():
    assert matches("file.py::test[asyncio-*]", "file.py::test[asyncio-1]")
    assert not matches("file.py::test[asyncio]", "file.py::testa")


def test_the_table_ends_with_sums():
    rows = [Judged(row({"a": PASS}, world={"a": PASS})), Judged(row({"b": SKIP}, world={}))]
    assert render(rows).splitlines()[-1].split() == [
        *("|", "total", "|", "2", "|", "1", "|", "1", "|", "0"),
        *("|", "0", "|", "0", "|", "1", "|"),
    ]


def test_an_exception_may_hold_for_some_versions_only(tmp_path):
    file = tmp_path / "exceptions.toml"
    file.write_text('[[exception]]\ntests = ["a"]\nreason = "why"\npython = ["3.12"]\n')
    assert [each.reason for each in load(file, "3.12")] == ["why"]
    assert load(file, "3.13") == []


def test_every_exception_says_why_in_a_sentence():
    for version in ("3.11", "3.12", "3.13"):
        for each in load(python=version):
            assert each.tests
            assert each.reason[0].isupper()
            assert each.reason.endswith(".")
            assert set(each.on) <= {"loop", "world"}
