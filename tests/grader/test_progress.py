from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.marks import Mark, Outcome, digest_of, marks_of, next_unsolved, table_of
from grader.predictions import Prediction
from grader.progress import PROGRESS_FILE, Progress

DAY = "2026-11-23"
PASS = Outcome("a/b", "pass", 5.0)
FAIL = Outcome("a/b", "fail", 2.0)


@pytest.fixture
def notes() -> list[str]:
    return []


@pytest.fixture
def progress(tmp_path: Path, notes: list[str]) -> Progress:
    return Progress(tmp_path, notes.append, lambda: DAY)


@pytest.fixture
def unwritable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A read-only file system; permission bits alone do not stop root."""
    real = Path.open

    def refuse(path: Path, mode: str = "r", *rest, **options):
        if "x" in mode or "w" in mode:
            raise OSError(30, "Read-only file system")
        return real(path, mode, *rest, **options)

    monkeypatch.setattr(Path, "open", refuse)
    yield


def test_without_a_file_nothing_is_remembered(progress: Progress, notes: list[str]) -> None:
    assert progress.marks() == {}
    assert notes == []
    assert not progress.path.exists()


def test_the_best_verdict_and_the_latest_are_remembered(progress: Progress) -> None:
    progress.record([PASS])
    progress.record([FAIL])
    assert progress.marks() == {
        "a/b": Mark("pass", 5.0, "fail", judged=True, now=2.0, solved_on=DAY)
    }


def test_an_error_is_worse_than_a_failure(progress: Progress) -> None:
    progress.record([FAIL])
    progress.record([Outcome("a/b", "error", 0.0)])
    assert progress.marks()["a/b"] == Mark("fail", 2.0, "error", judged=True, now=0.0)


def test_hints_climb_to_the_last_and_stay_there(progress: Progress) -> None:
    assert [progress.give_hint("a/b", 3) for _ in range(6)] == [1, 2, 3, 4, 4, 4]
    assert progress.marks()["a/b"].hints == 3


def test_hints_and_verdicts_do_not_disturb_each_other(progress: Progress) -> None:
    progress.give_hint("a/b", 3)
    progress.record([PASS])
    assert progress.marks()["a/b"] == Mark(
        "pass", 5.0, "pass", hints=1, judged=True, now=5.0, solved_on=DAY
    )
    assert progress.give_hint("a/b", 3) == 2


def test_what_changes_nothing_is_not_written(progress: Progress) -> None:
    progress.record([PASS])
    before = progress.path.stat().st_ino
    progress.record([PASS])
    assert progress.path.stat().st_ino == before


def test_no_other_file_stays_behind(progress: Progress) -> None:
    progress.record([PASS])
    assert [path.name for path in progress.path.parent.iterdir()] == ["progress.json"]


def test_two_commands_at_once_both_keep_their_news(progress: Progress, monkeypatch) -> None:
    other = Progress(progress.root)
    real = os.fsync

    def overtaken(descriptor: int) -> None:
        monkeypatch.setattr(os, "fsync", real)
        other.record([Outcome("c/d", "pass", 1.0)])  # between our reading and our replacing
        real(descriptor)

    monkeypatch.setattr(os, "fsync", overtaken)
    progress.record([PASS])
    assert set(progress.marks()) == {"a/b", "c/d"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b'{"version": 1}',
        b'{"version": 99, "katas": {}}',
        b'{"version": 1, "katas": []}',
        b'{"version": 1, "katas": {"a/b": 3}}',
        b'{"version": 1, "katas": {"a/b": {"points": "many"}}}',
        b'{"version": 1, "katas": {"a/b": {"points": 1e999}}}',
        b'{"version": 1, "katas": {"a/b": {"points": NaN}}}',
        b'{"version": 1, "katas": {"a/b": {"status": "great"}}}',
        b'{"version": 1, "katas": {"a/b": {"hints": -1}}}',
        b'{"version": 1, "katas": {"a/b": {"who": 1}}}',
        b'{"version": 2, "katas": {"a/b": {"attempts": -1}}}',
        b'{"version": 2, "katas": {"a/b": {"solved_on": "today"}}}',
        b'{"version": 2, "katas": {"a/b": {"digest": 7}}}',
        b'{"version": 3, "katas": {"a/b": {"stub": 7}}}',
        b"[" * 100_000,
        b" " * 2_000_000,
    ],
)
def test_a_damaged_file_is_set_aside(data: bytes, progress: Progress, notes: list[str]) -> None:
    progress.path.parent.mkdir()
    progress.path.write_bytes(data)
    assert progress.marks() == {}
    progress.record([PASS])
    assert set(progress.marks()) == {"a/b"}
    assert progress.path.with_name("progress.damaged.json").read_bytes() == data
    assert len(notes) == 1
    assert "progress.damaged.json" in notes[0]


def test_no_damaged_file_replaces_another(progress: Progress) -> None:
    progress.path.parent.mkdir()
    for data in ("one", "two"):
        progress.path.write_text(data)
        progress.marks()
    kept = sorted(path.read_text() for path in progress.path.parent.glob("*damaged*"))
    assert kept == ["one", "two"]


def test_a_folder_in_its_place_is_set_aside(progress: Progress, notes: list[str]) -> None:
    progress.path.mkdir(parents=True)
    progress.record([PASS])
    assert set(progress.marks()) == {"a/b"}
    assert len(notes) == 1


def test_a_file_in_place_of_its_folder_is_told(progress: Progress, notes: list[str]) -> None:
    progress.path.parent.write_text("")
    progress.record([PASS])
    assert progress.marks() == {}
    assert len(notes) == 1
    assert notes[0].startswith("note: progress is not kept")


@pytest.mark.usefixtures("unwritable")
def test_a_read_only_checkout_is_told_in_one_line(progress: Progress, notes: list[str]) -> None:
    progress.record([PASS])
    assert len(notes) == 1
    assert "\n" not in notes[0]
    assert "Read-only file system" in notes[0]


def test_a_full_disk_is_told_and_keeps_the_old_file(progress, notes, monkeypatch) -> None:
    progress.record([FAIL])

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    progress.record([PASS])
    assert progress.marks()["a/b"].latest == "fail"
    assert "No space left" in notes[0]
    assert [path.name for path in progress.path.parent.iterdir()] == ["progress.json"]


def test_an_interruption_while_writing_keeps_the_old_file(progress, monkeypatch) -> None:
    progress.record([FAIL])

    def interrupted(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        progress.record([PASS])
    assert progress.marks()["a/b"].latest == "fail"
    assert [path.name for path in progress.path.parent.iterdir()] == ["progress.json"]


@pytest.mark.usefixtures("unwritable")
def test_trouble_says_why_progress_cannot_be_kept(progress: Progress) -> None:
    assert progress.trouble() == "Read-only file system"


def test_no_trouble_says_nothing(progress: Progress) -> None:
    assert progress.trouble() == ""


def test_the_file_is_small_text_with_a_version(progress: Progress) -> None:
    progress.record([PASS])
    whole = json.loads((progress.root / PROGRESS_FILE).read_text())
    assert whole["version"] == 3
    assert whole["katas"]["a/b"]["status"] == "pass"


def test_the_next_unsolved_goes_by_the_latest_verdict() -> None:
    marks = {"a": Mark(latest="pass"), "b": Mark("pass", 1, "fail")}
    assert next_unsolved("abc", marks) == "b"
    assert next_unsolved("a", marks) is None


def test_an_attempt_is_a_text_that_was_not_just_judged(progress: Progress) -> None:
    for digest in ("one", "one", "two", "one"):
        progress.record([Outcome("a/b", "fail", 1.0, digest=digest)])
    assert progress.marks()["a/b"].attempts == 3


def test_a_stub_is_no_attempt_and_leaves_no_mark(progress: Progress) -> None:
    stub = Outcome("a/b", "fail", 0.0, not_started=True, digest="stub")
    progress.record([stub])
    assert progress.marks() == {}
    progress.record([Outcome("a/b", "fail", 1.0, digest="one")])
    progress.record([stub])
    assert progress.marks()["a/b"].attempts == 1


def test_the_day_of_the_first_pass_is_kept(tmp_path: Path) -> None:
    for day in ("2026-11-23", "2026-12-24"):
        Progress(tmp_path, today=lambda day=day: day).record([PASS])
    assert Progress(tmp_path).marks()["a/b"].solved_on == "2026-11-23"


def test_a_file_of_the_first_version_is_read(progress: Progress) -> None:
    progress.path.parent.mkdir()
    old = {"status": "pass", "points": 5, "latest": "pass", "hints": 2, "judged": True, "now": 5}
    progress.path.write_text(json.dumps({"version": 1, "katas": {"a/b": old}}))
    assert progress.marks()["a/b"] == Mark("pass", 5, "pass", 2, True, 5)


def test_a_file_of_the_second_version_is_read_and_its_stub_noted_then(progress: Progress) -> None:
    progress.path.parent.mkdir()
    old = {"status": "fail", "points": 2, "latest": "fail", "judged": True, "digest": "a"}
    progress.path.write_text(json.dumps({"version": 2, "katas": {"a/b": old}}))
    assert progress.marks()["a/b"].stub == ""
    progress.record([Outcome("a/b", "fail", 2.0, digest="b", stub="now")])
    assert progress.marks()["a/b"].stub == "now"


def test_the_stub_that_an_answer_was_begun_from_stays_until_it_is_the_stub_again(
    progress: Progress,
) -> None:
    for not_started, stub in ((False, "first"), (False, "second")):
        progress.record([Outcome("a/b", "fail", 0.0, not_started, stub, stub)])
    assert progress.marks()["a/b"].stub == "first"
    progress.record([Outcome("a/b", "fail", 0.0, True, "third", "third")])
    assert progress.marks()["a/b"].stub == "third"


def test_only_a_kata_with_a_mark_can_know_a_stub(progress: Progress) -> None:
    progress.record([PASS])
    progress.know_stubs({"a/b": "new", "c/d": "new"})
    assert {kata: mark.stub for kata, mark in progress.marks().items()} == {"a/b": "new"}


def test_a_text_is_known_by_its_digest(tmp_path: Path) -> None:
    one, two = tmp_path / "one.py", tmp_path / "two.py"
    one.write_text("a")
    two.write_text("b")
    assert digest_of(one) == digest_of(one) != digest_of(two)
    assert digest_of(tmp_path / "none.py") == ""


def test_the_first_prediction_of_a_program_counts(tmp_path):
    progress = Progress(tmp_path, today=lambda: "2026-11-23")
    progress.predict("await/two_places", time=True, order=False)
    progress.predict("await/two_places", time=True, order=True)
    assert progress.predictions() == {"await/two_places": Prediction(True, False, "2026-11-23")}
    assert progress.predictions()["await/two_places"].points == 1


def test_predictions_and_marks_stay_beside_each_other(tmp_path):
    progress = Progress(tmp_path)
    progress.give_hint("await/guard", 3)
    before = progress.path.read_text()
    progress.predict("await/two_places", time=True, order=True)
    assert marks_of(table_of(progress.path.read_bytes())) == marks_of(table_of(before.encode()))
    progress.give_hint("await/guard", 3)
    assert progress.marks()["await/guard"].hints == 2
    assert list(progress.predictions()) == ["await/two_places"]


@pytest.mark.parametrize(
    "entry", ["[]", '{"a": 3}', '{"a": {"time": 1, "order": true}}', '{"a": {"when": true}}']
)
def test_damaged_predictions_are_put_aside_with_the_file(tmp_path, entry):
    progress = Progress(tmp_path)
    progress.path.parent.mkdir()
    progress.path.write_text(f'{{"version": 2, "katas": {{}}, "predictions": {entry}}}')
    assert progress.predictions() == {}
    assert progress.path.with_name("progress.damaged.json").exists()
