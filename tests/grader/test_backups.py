"""`reset`: nothing that somebody wrote is ever lost."""

from __future__ import annotations

import os

import pytest

from grader.backups import BACKUPS, Answer
from grader.catalog import Kata
from grader.errors import CourseError, UsageError

STUB = "the stub\n"


@pytest.fixture
def kata(three) -> Kata:
    kata = three.katas[0]
    (kata.root / kata.stub).write_text(STUB)
    (kata.root / kata.pristine).write_text(STUB)
    return kata


@pytest.fixture
def answer(kata) -> Answer:
    moments = (f"2026-11-23T10-00-{number:02}" for number in range(60))
    return Answer(kata, lambda: next(moments))


def texts(answer):
    return [path.read_text() for path in answer.kept()]


def test_a_reset_keeps_what_was_there_and_undo_brings_it_back(answer):
    answer.path.write_text("mine\n")
    backup = answer.reset()
    assert (answer.path.read_text(), backup.read_text()) == (STUB, "mine\n")
    assert backup.parent == answer.kata.root / BACKUPS / answer.kata.folder
    assert backup.name == "2026-11-23T10-00-00.py"
    assert answer.undo() == backup
    assert answer.path.read_text() == "mine\n"


def test_a_stub_is_not_worth_keeping(answer):
    assert answer.reset() is None
    assert answer.is_untouched()
    assert answer.kept() == []


def test_what_was_written_after_a_reset_is_kept_too(answer):
    answer.path.write_text("first\n")
    answer.reset()
    answer.path.write_text("second\n")
    answer.undo()
    assert answer.path.read_text() == "first\n"
    assert texts(answer) == ["first\n", "second\n"]
    answer.undo()
    assert answer.path.read_text() == "second\n"


def test_the_same_text_is_kept_once(answer):
    for _ in range(3):
        answer.path.write_text("mine\n")
        answer.reset()
    assert texts(answer) == ["mine\n"]


def test_two_backups_in_one_second_are_two_files(kata):
    answer = Answer(kata, lambda: "2026-11-23T10-00-00")
    for text in ("one\n", "two\n", "three\n"):
        answer.path.write_text(text)
        answer.reset()
    assert texts(answer) == ["one\n", "two\n", "three\n"]  # oldest first


def test_a_file_that_is_gone_comes_back(answer):
    answer.path.unlink()
    assert answer.reset() is None
    assert answer.path.read_text() == STUB


def test_without_a_backup_undo_says_so_and_changes_nothing(answer):
    answer.path.write_text("mine\n")
    with pytest.raises(UsageError, match="no backup"):
        answer.undo()
    assert answer.path.read_text() == "mine\n"


def test_without_a_copy_of_the_stub_nothing_is_touched(answer):
    (answer.kata.root / answer.kata.pristine).unlink()
    answer.path.write_text("mine\n")
    with pytest.raises(CourseError, match=r"nothing to go back to\. `git checkout -- "):
        answer.reset()
    assert answer.path.read_text() == "mine\n"
    assert answer.kept() == []


def test_a_disk_that_is_full_leaves_the_file_as_it_was(answer, monkeypatch):
    answer.path.write_text("mine\n")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match=r"stays as it is: .* cannot keep it \(No space left"):
        answer.reset()
    assert answer.path.read_text() == "mine\n"
    names = {path.name for path in answer.path.parent.iterdir()}
    assert not any(name.endswith(".new") for name in names)


@pytest.mark.parametrize("act", [Answer.reset, Answer.undo])
def test_where_nothing_can_be_kept_nothing_is_replaced(answer, act):
    answer.path.write_text("before\n")
    answer.reset()
    answer.path.write_text("mine\n")
    beside = f".2026-11-23T10-00-01.py.{os.getpid()}.new"
    answer.kept()[0].with_name(beside).mkdir()  # who runs as root can write anywhere else
    with pytest.raises(UsageError, match="stays as it is"):
        act(answer)
    assert answer.path.read_text() == "mine\n"


def test_a_file_in_place_of_the_backups_is_told(answer):
    answer.path.write_text("mine\n")
    (answer.kata.root / ".katas").write_text("")
    with pytest.raises(UsageError, match=r"cannot keep it \(Not a directory"):
        answer.reset()
    assert answer.path.read_text() == "mine\n"


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(answer):
    answer.path.unlink()
    os.mkfifo(answer.path)
    assert answer.reset() is None
    assert answer.path.read_text() == STUB


def test_the_rights_of_a_file_stay(answer):
    answer.path.write_text("mine\n")
    answer.path.chmod(0o600)
    answer.reset()
    assert answer.path.stat().st_mode & 0o777 == 0o600


# The command


@pytest.fixture
def shell(katas, kata):
    for each in katas.course.katas[1:]:
        (each.root / each.pristine).write_bytes((each.root / each.stub).read_bytes())
    return katas


def test_it_says_where_yours_is_and_how_to_get_it_back(shell, kata):
    (kata.root / kata.stub).write_text("mine\n")
    said = " ".join(shell("reset", "greet").out.split())  # the lines are folded
    assert f"{kata.stub} is the stub again; yours is .katas/backups/01_first/01_greet/" in said
    assert "`katas reset greet --undo` brings it back." in said
    assert "is again as in" in shell("reset", "greet", "--undo").out
    assert (kata.root / kata.stub).read_text() == "mine\n"


def test_all_are_kept_before_the_first_is_replaced(shell):
    first, *_, last = shell.course.katas
    for kata in (first, last):
        (kata.root / kata.stub).write_text("mine\n")
    blocked = last.root / BACKUPS / last.folder
    blocked.parent.mkdir(parents=True)
    blocked.write_text("")
    result = shell("reset", "--all")
    assert (result.code, result.err.count("stays as it is")) == (2, 1)
    assert (first.root / first.stub).read_text() == "mine\n"


def test_all_resets_what_was_changed_and_undo_brings_back_just_that(shell):
    first, second, _ = shell.course.katas
    (first.root / first.stub).write_text("one\n")
    (second.root / second.stub).write_text("two\n")
    said = shell("reset", "--all").out
    assert said.count("is the stub again") == 2
    assert "`katas reset --all --undo`" in said
    (second.root / second.stub).write_text("newer\n")
    assert shell("reset", "--all", "--undo").out.count("is again as in") == 1
    assert (first.root / first.stub).read_text() == "one\n"
    assert (second.root / second.stub).read_text() == "newer\n"


def test_nothing_changed_is_said(shell):
    assert shell("reset", "--all").out == "There is nothing to reset: no file was changed.\n"
    assert shell("reset", "--all", "--undo").out == "There is nothing to bring back.\n"


def test_a_name_or_all_has_to_be_said(shell):
    for arguments in ((), ("greet", "--all")):
        result = shell("reset", *arguments)
        assert (result.code, result.err) == (2, "Name a kata, or say `katas reset --all`.\n")


def test_a_file_that_was_deleted_is_the_stub_again_and_that_is_said(shell):
    kata = shell.course.katas[0]
    stub = (kata.root / kata.stub).read_text()
    (kata.root / kata.stub).unlink()
    assert shell("reset", "greet").out == (
        "exercises/01_first/01_greet/greet.py was missing; it is the stub again.\n"
    )
    assert (kata.root / kata.stub).read_text() == stub
