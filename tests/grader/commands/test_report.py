"""`report`: where the page is written, over what, and what it is made of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from grader.errors import EXIT_GRADED, EXIT_WRONG_USE
from grader.run import Call, Record, Run
from grader.verdict import CheckResult

PAGE = Path(".katas", "report.html")


def begin(katas: Any, made: Any) -> Path:
    """Have the first kata begun, with a check that shows a run."""
    kata = katas.course.katas[0]
    check = CheckResult("test_0", "Law 0 holds", "pass", scenario="many")
    katas.runner.answers[kata.id] = made.failing(kata, check, CheckResult("b", "B", "fail", "No."))
    path: Path = katas.course.root / kata.stub
    call = Call("fetch", ("a",), {}, 0, 0, 3, "returned")
    katas.runner.records[path] = Record(kata.id, (Run("many", makespan=3, calls=(call,)),))
    return path


def test_the_page_is_written_and_its_place_is_told(katas: Any, made: Any) -> None:
    begin(katas, made)
    result = katas("report", "--html")
    assert (result.code, result.out, result.err) == (EXIT_GRADED, ".katas/report.html\n", "")
    page = (katas.course.root / PAGE).read_text(encoding="utf-8")
    assert "fetch(&#39;a&#39;) 0 to 3 s" in page
    assert str(katas.course.root) not in page
    left = {path.name for path in (katas.course.root / PAGE.parent).iterdir()}
    assert left == {"report.html", "progress.json"}


def test_only_what_was_begun_is_recorded_again_and_with_its_waits(katas: Any, made: Any) -> None:
    path = begin(katas, made)
    katas("report", "--html")
    ((recorded, plan),) = katas.runner.recorded  # this course has no solutions
    assert (recorded, plan.waits, plan.only) == (path, True, ("many",))


def test_the_reference_is_recorded_where_there_is_one(katas: Any, made: Any) -> None:
    begin(katas, made)
    kata = katas.course.katas[0]
    reference = katas.course.root / kata.reference
    reference.parent.mkdir(parents=True)
    reference.write_text("# right\n")
    katas("report", "--html")
    assert [path for path, _ in katas.runner.recorded][1:] == [reference]


def test_what_was_judged_is_remembered_and_told(katas: Any, made: Any) -> None:
    kata = katas.course.katas[0]
    katas.runner.answers[kata.id] = made.solved(kata)
    (katas.course.root / kata.stub).write_text("# mine\n")
    katas("report", "--html")
    assert "solved" in katas("list").out
    assert "What each kata took" in (katas.course.root / PAGE).read_text()


def test_answers_of_others_leave_no_mark_and_get_a_page_of_their_own(
    katas: Any, made: Any, tmp_path: Path
) -> None:
    kata = katas.course.katas[0]
    katas.runner.answers[kata.id] = made.solved(kata)
    (tmp_path / "ada" / kata.folder).mkdir(parents=True)
    result = katas("report", "--html", "--from", str(tmp_path / "ada"))
    assert result.out == ".katas/report-ada.html\n"
    page = (katas.course.root / ".katas" / "report-ada.html").read_text()
    assert "asyncio katas: ada" in page
    assert str(tmp_path) not in page
    assert "What each kata took" not in page
    assert not (katas.course.root / ".katas" / "progress.json").exists()


def test_named_katas_are_the_only_ones_on_the_page(katas: Any) -> None:
    katas("report", "--html", katas.course.katas[1].slug)
    page = (katas.course.root / PAGE).read_text()
    assert katas.course.katas[1].title in page
    assert katas.course.katas[0].title not in page


def test_an_older_report_is_written_over(katas: Any) -> None:
    assert [katas("report", "--html", "--out", "page.html").code for _ in range(2)] == [0, 0]


@pytest.mark.parametrize("text", ["my notes", "<!DOCTYPE html><title>asyncio-katas report</title>"])
def test_no_other_file_is_ever_written_over(katas: Any, text: str) -> None:
    mine = katas.course.root / "notes.html"
    mine.write_text(text)
    result = katas("report", "--html", "--out", "notes.html")
    assert result.code == EXIT_WRONG_USE
    assert result.err == (
        "notes.html is there already, and it is no report. --out names another file.\n"
    )
    assert mine.read_text() == text
    assert katas.runner.asked == []


def test_a_place_that_does_not_serve_is_told_before_anything_is_judged(katas: Any) -> None:
    for place, said in (
        ("exercises", "exercises is a folder. --out names a file.\n"),
        ("nowhere/page.html", "nowhere is not there. --out names a file in a folder that is.\n"),
    ):
        result = katas("report", "--html", "--out", place)
        assert (result.code, result.err) == (EXIT_WRONG_USE, said)
    assert katas.runner.asked == []


def test_ctrl_c_leaves_the_older_page_and_what_was_judged_before(katas: Any, made: Any) -> None:
    katas("report", "--html")
    katas.runner.answers[katas.course.katas[0].id] = made.solved(katas.course.katas[0])
    before = (katas.course.root / PAGE).read_text()
    katas.runner.answers[katas.course.katas[1].id] = KeyboardInterrupt()
    assert katas("report", "--html").code == 130
    assert (katas.course.root / PAGE).read_text() == before
    assert "1/3 solved" in katas("list").out


def test_somebody_at_a_terminal_gets_an_address_for_the_browser(katas: Any) -> None:
    said = katas("report", "--html", terminal=True)
    assert said.out == ".katas/report.html\n"
    assert (katas.course.root / PAGE).resolve().as_uri() in said.err
    assert "file:" not in katas("report", "--html").err
