"""From judged checks to a verdict."""

from pathlib import Path

import pytest

from grader.catalog import Course
from grader.errors import CourseError
from grader.judge.assess import MOST_OUTPUT, Assessor, Expected
from grader.run import Error, Record, Run, Trouble
from grader.verdict import CheckResult, Judgement

TOY = Course(Path(__file__).parents[2] / "courses/toy").find("toys/add_slowly")
EXPECTED = (
    Expected("test_a", "A holds.", catches=("wrong_sum",)),
    Expected("test_b", "B holds."),
    Expected("test_free_one_loop", "One loop.", free=True),
)
ONE_RUN = (Run("s"),)
SOURCE = b"async def add(fetch, left, right):\n    return 1\n"


def assess(*statuses, source=SOURCE, runs=ONE_RUN, **facts):
    results = {
        check.name: CheckResult(check.name, check.sentence, status, free=check.free)
        for check, status in zip(EXPECTED, statuses, strict=False)
    }
    record = Record(TOY.id, runs, **facts)
    return Assessor(TOY, EXPECTED).assess(Judgement(TOY.id, source, record), results)


def test_all_passed_is_full_marks():
    verdict = assess("pass", "pass", "pass")
    assert (verdict.status, verdict.points, verdict.passed) == ("pass", 3.0, 3)


@pytest.mark.parametrize("status", ["fail", "error", "skip"])
def test_whatever_is_not_passed_earns_nothing(status):
    verdict = assess("pass", status, "pass")
    assert (verdict.status, verdict.points) == ("fail", 2.0)


def test_a_check_without_a_result_earns_nothing():
    verdict = assess("pass")
    assert [check.status for check in verdict.checks] == ["pass", "skip", "skip"]
    assert verdict.points == 1.0


def test_free_checks_need_another_check_that_passed():
    verdict = assess("fail", "fail", "pass")
    assert verdict.points == 0
    assert verdict.checks[2].message == "Not judged: it counts once another check passes."


WRONG_SUM = (TOY.root / TOY.mistakes["wrong_sum"]).read_bytes()


def test_the_failed_set_and_the_source_name_the_mistake():
    assert assess("fail", "pass", "pass", source=WRONG_SUM).mistake == "wrong_sum"
    assert assess("fail", "fail", "pass", source=WRONG_SUM).mistake is None
    assert assess("fail", "error", "pass", source=WRONG_SUM).mistake == "wrong_sum"
    assert assess("pass", "pass", "pass", source=WRONG_SUM).mistake is None
    assert assess("fail", "pass", "pass").mistake is None


def test_a_name_that_is_not_there_shows_no_mistake_that_is_only_near():
    runs = (Run("s", error=Error("NameError", "name 'asyncio' is not defined")),)
    near = WRONG_SUM.replace(b"return ", b"return +")
    assert assess("fail", "pass", "pass", source=near).mistake == "wrong_sum"
    assert assess("fail", "pass", "pass", source=near, runs=runs).mistake is None


def test_an_edited_stub_is_started_though_it_lies_where_the_stub_lay():
    reference = (TOY.root / TOY.reference).read_bytes()
    assert not assess("pass", "pass", "pass", source=reference).not_started


def test_an_unwritten_function_is_not_started_until_a_check_passes():
    stub = (TOY.root / TOY.stub).read_bytes()
    assert assess("fail", "fail", "skip", source=stub).not_started
    assert not assess("pass", "fail", "pass", source=stub).not_started


def test_a_trouble_that_ended_the_runs_early_is_the_message():
    verdict = assess("pass", "fail", "pass", trouble=Trouble("signal", "It died of SIGSEGV."))
    assert (verdict.status, verdict.message) == ("fail", "It died of SIGSEGV.")


def test_output_of_the_runs_is_shown_and_bounded():
    runs = (Run("s", output="one\n"), Run("t", output="two\n"))
    assert assess("pass", runs=runs).output == "one\ntwo\n"
    assert len(assess("pass", output="x" * 1_000_000).output) < MOST_OUTPUT + 20


def test_a_kata_without_points_breaks_the_course(tmp_path):
    folder = tmp_path / "exercises/01_a/01_b"
    folder.mkdir(parents=True)
    (folder / "kata.toml").write_text("tags = []\n")
    with pytest.raises(CourseError, match="points must be"):
        Assessor(Course(tmp_path).katas[0], EXPECTED)
