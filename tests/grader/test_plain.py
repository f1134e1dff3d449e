"""Nobody waits for a pipe, or reads a device, in the place of a file."""

from __future__ import annotations

import os

import pytest

from grader.errors import UsageError
from grader.jobs import read_submission
from grader.marks import Outcome, digest_of
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


def test_it_has_no_digest(odd):
    assert digest_of(odd) == ""


def test_progress_is_kept_again(tmp_path):
    notes = []
    progress = Progress(tmp_path, notes.append)
    progress.path.parent.mkdir()
    os.mkfifo(progress.path)
    progress.record([Outcome("first/greet", "pass", 3)])
    assert [note for note in notes if "it is not a plain file" in note]
    assert Progress(tmp_path).marks()["first/greet"].status == "pass"
