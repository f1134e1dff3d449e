"""Nobody waits for a pipe, or reads a device, in the place of a file."""

from __future__ import annotations

import errno
import os

import pytest

from grader.commands.written import checked_place
from grader.errors import UsageError
from grader.jobs import read_submission, submission_text
from grader.marks import Outcome, digest_of
from grader.plain import write_whole
from grader.progress import Progress


@pytest.fixture(params=["a pipe", "a device"])
def odd(request, tmp_path):
    path = tmp_path / "answer.py"
    if request.param == "a pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    return path


def test_a_learners_file_that_is_none_is_told(odd):
    with pytest.raises(UsageError, match=r"answer\.py cannot be read: it is not a plain file\."):
        read_submission(odd)


def test_it_has_no_digest_and_nothing_to_show(odd):
    assert digest_of(odd) == submission_text(odd) == ""


def test_no_page_is_written_over_it(odd):
    with pytest.raises(UsageError, match=r"a\.html cannot be read: it is not a plain file\."):
        checked_place(odd, "a.html")


def test_what_cannot_be_written_whole_stays_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "answer.py"
    write_whole(path, b"old")
    path.chmod(0o600)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new")
    assert (path.read_bytes(), [*tmp_path.iterdir()]) == (b"old", [path])
    monkeypatch.undo()
    write_whole(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o600)


def full(descriptor):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_progress_is_kept_again(tmp_path):
    notes = []
    progress = Progress(tmp_path, notes.append)
    progress.path.parent.mkdir()
    os.mkfifo(progress.path)
    progress.record([Outcome("first/greet", "pass", 3)])
    assert [note for note in notes if "it is not a plain file" in note]
    assert Progress(tmp_path).marks()["first/greet"].status == "pass"
