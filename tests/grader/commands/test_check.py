from __future__ import annotations

import json
import shutil
from dataclasses import replace

import pytest

from grader.commands import options
from grader.errors import CourseError
from grader.lab import schedule
from grader.plan import Plan
from grader.progress import Progress
from grader.verdict import Verdict


@pytest.fixture
def ids(katas) -> list[str]:
    return [kata.id for kata in katas.course.katas]


@pytest.fixture
def half(katas, made) -> None:
    """The first kata is solved, the second fails, the third is untouched."""
    first, second, _ = katas.course.katas
    katas.runner.answers = {first.id: made.solved(first), second.id: made.failing(second)}


def test_a_fresh_start_names_the_first_kata_and_what_to_do(katas) -> None:
    result = katas("check")
    assert (result.code, result.err) == (0, "")
    assert "0/3" in result.out
    assert "0101 Greet   not started" in result.out
    assert "exercises/01_first/01_greet/greet.py" in result.out
    assert "At most three" not in result.out


@pytest.mark.usefixtures("half")
def test_the_first_kata_that_fails_is_shown_and_grading_worked(katas) -> None:
    result = katas("check")
    assert result.code == 0
    assert "1/3" in result.out
    assert "0102 Twice" in result.out


@pytest.mark.usefixtures("half")
def test_what_was_just_solved_is_told_once(katas) -> None:
    assert "Solved: Greet." in katas("check").out
    assert "Solved: Greet." not in katas("check").out


def test_a_named_kata_alone_is_judged(katas, ids) -> None:
    result = katas("check", "0201", "limit_three")
    assert "0201 At most three" in result.out
    assert [path.name for path in katas.runner.asked] == ["limit_three.py"]


def test_a_kata_can_be_named_by_its_path(katas) -> None:
    path = katas.course.root / katas.course.katas[1].stub
    assert "0102 Twice" in katas("check", str(path)).out


def test_a_wrong_name_is_one_line_with_near_ones(katas) -> None:
    result = katas("check", "limit_tree")
    assert (result.code, result.out) == (2, "")
    assert result.err == "There is no kata 'limit_tree'. Did you mean limits/limit_three?\n"


@pytest.mark.usefixtures("half")
def test_everything_lists_each_kata(katas) -> None:
    out = katas("check", "--all").out
    for number in ("0101", "0102", "0201"):
        assert number in out


@pytest.mark.usefixtures("half")
def test_json_is_one_document_and_nothing_else(katas, ids) -> None:
    result = katas("check", "--json", terminal=True)
    whole = json.loads(result.out)
    assert [kata["kata"] for kata in whole["katas"]] == ids
    assert whole["score"] == 20.0
    assert "\x1b[" not in result.out


def test_json_holds_the_body_of_each_check(katas, made) -> None:
    whole = json.loads(katas("check", "greet", "--json").out)
    assert whole["katas"][0]["tests"][0]["test_code"] == ""
    kata = katas.course.katas[0]
    passed = made.solved(kata).checks[0]
    katas.runner.answers[kata.id] = made.failing(kata, type(passed)("test_comes_back", "x", "fail"))
    whole = json.loads(katas("check", "greet", "--json").out)
    code = 'assert once.value == 1, "It is another number."'
    assert whole["katas"][0]["tests"][0]["test_code"] == code


@pytest.mark.usefixtures("half")
@pytest.mark.parametrize(("limit", "code"), [("20", 0), ("20.01", 1), ("0", 0), ("100", 1)])
def test_fail_under_decides_the_exit_code(limit: str, code: int, katas) -> None:
    assert katas("check", "--fail-under", limit).code == code
    assert katas("check", "--json", "--fail-under", limit).code == code


@pytest.mark.parametrize("limit", ["-1", "101", "nan", "most"])
def test_a_limit_that_is_no_percentage_is_refused(limit: str, katas) -> None:
    result = katas("check", f"--fail-under={limit}")
    assert result.code == 2
    assert "not a number from 0 to 100" in result.err


@pytest.mark.usefixtures("half")
def test_progress_is_remembered(katas, ids) -> None:
    katas("check")
    marks = Progress(katas.course.root).marks()
    assert {kata: mark.latest for kata, mark in marks.items()} == {ids[0]: "pass", ids[1]: "fail"}


@pytest.mark.usefixtures("half")
def test_another_tree_leaves_progress_alone(katas) -> None:
    shutil.copytree(katas.course.root / "exercises", katas.course.root / "handed_in")
    result = katas("check", "--from", "handed_in")
    assert result.code == 0
    assert "of handed_in" in result.out
    assert katas.runner.asked[0].parent.parts[-3:] == ("handed_in", "01_first", "01_greet")
    assert Progress(katas.course.root).marks() == {}


def test_a_whole_clone_can_be_judged(katas, tmp_path) -> None:
    shutil.copytree(katas.course.root, tmp_path / "clone")
    assert katas("check", "--from", str(tmp_path / "clone")).code == 0
    assert katas.runner.asked[0].is_relative_to(tmp_path / "clone" / "exercises")


def test_a_tree_with_some_answers_is_judged(katas, tmp_path) -> None:
    (tmp_path / "01_first").mkdir()
    assert katas("check", "--from", str(tmp_path)).code == 0
    assert len(katas.runner.asked) == 3


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("missing", "there is no such folder"),
        ("Makefile", "this is not a folder"),
        ("empty", "Expected empty/01_first/01_greet/greet.py"),
    ],
)
def test_a_folder_that_holds_no_answers_is_wrong_use(source: str, words: str, katas) -> None:
    (katas.course.root / "empty").mkdir()
    (katas.course.root / "Makefile").touch()
    result = katas("check", "--from", source)
    assert (result.code, result.out, katas.runner.asked) == (2, "", [])
    assert words in result.err
    assert result.err.count("\n") == 1


def test_a_broken_course_is_said_so(katas, ids) -> None:
    katas.runner.answers[ids[1]] = CourseError("The suite of twice does not import.")
    result = katas("check")
    assert (result.code, result.out) == (3, "")
    assert result.err == "The suite of twice does not import.\n"


def test_an_interruption_keeps_what_was_judged(katas, ids, made) -> None:
    katas.runner.answers[ids[0]] = made.solved(katas.course.katas[0])
    katas.runner.answers[ids[1]] = KeyboardInterrupt()
    result = katas("check")
    assert (result.code, result.out) == (130, "")
    assert result.err.startswith("Stopped.")
    assert result.err.count("\n") == 1
    assert not katas.runner.open
    assert set(Progress(katas.course.root).marks()) == {ids[0]}


def test_a_damaged_progress_file_is_one_note(katas) -> None:
    folder = katas.course.root / ".katas"
    folder.mkdir()
    (folder / "progress.json").write_text("{")
    result = katas("check")
    assert result.code == 0
    assert result.err.count("\n") == 1
    assert "was damaged" in result.err


@pytest.mark.usefixtures("half")
def test_progress_that_cannot_be_kept_changes_nothing_else(katas) -> None:
    (katas.course.root / ".katas").touch()
    result = katas("check")
    assert result.code == 0
    assert "0102 Twice" in result.out
    assert result.err.count("\n") == 1


def test_a_progress_line_is_for_terminals_alone(katas) -> None:
    assert "judging 1/3" in katas("check", terminal=True).err
    assert katas("check").err == ""
    assert katas("check", terminal=True, environ={"TERM": "dumb"}).err == ""


def test_the_progress_line_is_gone_in_the_end(katas) -> None:
    assert katas("check", terminal=True).err.endswith("\r\x1b[K")


def test_commands_are_spelled_for_make_where_there_is_one(katas) -> None:
    assert "katas hint" in katas("check").out
    (katas.course.root / "Makefile").touch()
    assert "make hint" in katas("check").out
    assert "katas hint" in katas("check", folder=katas.course.root / "exercises").out


def test_paths_are_shown_from_where_one_stands(katas) -> None:
    here = katas.course.root / "exercises" / "01_first"
    assert "edit      01_greet/greet.py" in katas("check", folder=here).out


def test_a_hint_does_not_make_a_kata_a_failed_one(katas, ids) -> None:
    katas("hint", "greet")
    katas("check")
    mark = Progress(katas.course.root).marks()[ids[0]]
    assert (mark.hints, mark.judged) == (1, False)


def test_what_was_solved_before_and_fails_now_is_said(katas, ids, made) -> None:
    first, second, _ = katas.course.katas
    katas.runner.answers = {ids[0]: made.solved(first), ids[1]: made.solved(second)}
    katas("check")
    katas.runner.answers = {ids[0]: made.failing(first), ids[1]: made.failing(second)}
    day = Progress(katas.course.root).marks()[ids[0]].solved_on
    for _ in range(2):  # as long as it is so
        out = katas("check").out
        assert f"\n  It was solved on {day} and fails now.\n" in out
        assert f"\n  0102 twice was solved on {day} and fails now\n" in out
    assert f"It was solved on {day} and fails now." in katas("check", "twice").out
    assert f"0102 twice was solved on {day} and fails now." in katas("progress").out


def test_many_lost_katas_leave_room_for_the_first(starred_katas, made) -> None:
    course = starred_katas.course
    starred_katas.runner.answers = {kata.id: made.solved(kata) for kata in course.katas}
    starred_katas("check")
    starred_katas.runner.answers = {kata.id: made.failing(kata) for kata in course.katas}
    assert starred_katas("check").out.count("was solved on") == 4


def test_a_task_and_what_else_was_lost_do_not_run_together(katas, ids, made) -> None:
    katas.runner.answers = {kata.id: made.solved(kata) for kata in katas.course.katas}
    katas("check")
    katas.runner.answers.clear()
    task, lost = "  Complete `greet` in `greet.py`. Return the number.\n", "  0102 twice was solved"
    assert f"{task}\n{lost}" in katas("check").out


def test_going_back_to_the_stub_is_remembered(katas, ids, made) -> None:
    katas.runner.answers[ids[0]] = made.solved(katas.course.katas[0])
    katas("check")
    katas.runner.answers.clear()
    katas("check")
    mark = Progress(katas.course.root).marks()[ids[0]]
    assert (mark.status, mark.latest) == ("pass", "not started")
    said = f"was solved on {mark.solved_on} and is the stub again"
    assert f"It {said}." in katas("check").out
    assert f"open  0 of 2 points\n         {said}\n" in katas("list").out
    assert f"0101 greet {said}." in katas("progress").out
    assert "Hint 1 of 3 for first/greet" in katas("hint").out


def test_a_kata_that_lost_its_folder_breaks_the_course(katas) -> None:
    shutil.rmtree(katas.course.root / katas.course.katas[1].stub.parent)
    suite = katas.course.root / katas.course.katas[1].suite
    suite.parent.mkdir(parents=True, exist_ok=True)
    suite.touch()
    for command in ("check", "list", "next", "start", "hint", "try"):
        result = katas(command)
        assert (result.code, result.out) == (3, "")
        assert "twice is missing, though the course has checks or a solution" in result.err


def test_a_name_like_no_kata_is_met_with_the_command_that_lists_them(katas) -> None:
    (katas.course.root / "Makefile").touch()
    assert katas("check", "xyzzy").err == (
        "There is no kata 'xyzzy'. `make list` shows them all.\n"
    )


@pytest.mark.parametrize("name", ["2", "02", "limits", "02_limits"])
@pytest.mark.parametrize("command", ["check", "show", "hint", "try", "start"])
def test_where_a_chapter_is_named_the_command_that_lists_it_is_told(command, name, katas) -> None:
    result = katas(command, name)
    assert (result.code, result.out) == (2, "")
    listed = f"katas list --chapter {name}"
    assert result.err == f"There is no kata {name!r}. `{listed}` shows the chapter.\n"
    assert katas(*listed.split()[1:]).out.startswith("Limits\n")


# Schedules


@pytest.mark.usefixtures("half")
def test_a_seed_is_passed_on_and_progress_stays_as_it_is(katas) -> None:
    result = katas("check", "--schedule", "3")
    assert result.code == 0
    assert result.out.startswith("Schedule 3 alone, nothing cancelled;")
    assert katas.runner.plans == [Plan(schedule=3)]
    assert Progress(katas.course.root).marks() == {}


def test_the_usual_plan_asks_for_nothing(katas) -> None:
    katas("check")
    assert katas.runner.plans == [Plan()]


@pytest.mark.parametrize("option", ["--schedule", "--explore"])
@pytest.mark.parametrize("value", ["-1", "two", "1.5", "99999999999"])
def test_a_number_that_is_none_is_one_line(katas, option, value) -> None:
    result = katas("check", f"{option}={value}")
    assert (result.code, result.out) == (2, "")
    assert "is not a whole number from" in result.err


def test_the_largest_seed_is_the_labs() -> None:
    assert options.MAX_SEED == schedule.MAX_SEED - 1


@pytest.mark.usefixtures("half")
def test_exploring_judges_as_usual_and_then_gives_advice(katas, made) -> None:
    first, *_ = katas.course.katas
    fragile = replace(made.solved(first).checks[0], status="fail", message="Not in every order.")
    katas.runner.explored = {first.id: replace(made.solved(first), checks=(fragile,))}
    result = katas("check", "--explore", "5")
    assert result.code == 0
    assert katas.runner.plans == [Plan(), Plan(explore=5)]
    advice = result.out[result.out.index("Explored 5 orders of ready tasks in 3 katas.") :]
    assert "0101 Greet" in advice
    assert "Not in every order." in advice
    assert "0102" not in advice
    assert Progress(katas.course.root).marks()[first.id].latest == "pass"


@pytest.mark.usefixtures("half")
def test_exploring_that_finds_nothing_says_so(katas) -> None:
    assert "Nothing new: what held, holds in all." in katas("check", "--explore", "1").out


@pytest.mark.usefixtures("half")
def test_what_exploring_found_is_in_the_document(katas, made) -> None:
    first, *_ = katas.course.katas
    fragile = replace(made.solved(first).checks[0], status="fail")
    katas.runner.explored = {first.id: replace(made.solved(first), checks=(fragile,))}
    found, *_ = json.loads(katas("check", "--json", "--explore", "5").out)["explored"]
    assert (found["kata"], len(found["checks"])) == (first.id, 1)


@pytest.mark.usefixtures("half")
def test_what_fails_under_one_schedule_names_the_command_that_shows_it_again(katas, made) -> None:
    _, second, _ = katas.course.katas
    failing = made.failing(second)
    checks = [replace(check, schedule=3, depends="it depends") for check in failing.checks]
    katas.runner.answers[second.id] = replace(failing, checks=tuple(checks))
    out = katas("check", "twice").out
    assert "depends   it depends" in out
    assert "schedule  3" in out
    assert "katas check twice --schedule 3" in out
    assert katas("check").out.count("--schedule 3") == 1


@pytest.mark.parametrize("source", [None, "", "\n \n"])
def test_where_no_answer_is_left_the_stub_is_offered_not_a_hint(katas, source) -> None:
    kata = katas.course.katas[0]
    path = kata.root / kata.stub
    path.unlink() if source is None else path.write_text(source)
    katas.runner.answers[kata.id] = Verdict(kata.id, "error", 0, kata.points, (), "greet.py is …")
    again = "next      katas reset greet    katas check"
    assert katas("check").out.endswith(f"{again}\n")
    assert katas("check", "greet").out.endswith(f"{again} greet\n")
