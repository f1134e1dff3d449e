"""Lines come whole, in order, with a deadline, however the bytes arrive."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from grader.lines import Lines


@pytest.fixture
def pipe() -> Iterator[tuple[Lines, int]]:
    read, write = os.pipe()
    yield Lines(read), write
    os.close(read)


def test_lines_come_whole_however_they_were_cut(pipe):
    lines, write = pipe
    for part in (b"o", b"ne\ntw", b"o\n\nfour\nhalf"):
        os.write(write, part)
    os.close(write)
    assert list(lines) == [b"one", b"two", b"", b"four"]


def test_the_end_is_told(pipe):
    lines, write = pipe
    os.close(write)
    with pytest.raises(EOFError):
        lines.read()


def test_a_cut_off_pipe_shows_before_its_last_lines_are_read(pipe):
    lines, write = pipe
    os.write(write, b"one\n")
    assert not lines.is_cut_off()
    os.close(write)
    assert lines.is_cut_off()
    assert lines.read() == b"one"


def test_a_deadline_without_a_line_is_told_and_loses_nothing(pipe):
    lines, write = pipe
    os.write(write, b"begun")
    with pytest.raises(TimeoutError):
        lines.read(0)
    os.write(write, b", ended\n")
    os.close(write)
    assert lines.read(0) == b"begun, ended"


def test_it_says_whether_one_is_waiting(pipe):
    lines, write = pipe
    assert not lines.is_one_waiting()
    os.write(write, b"one\ntwo\n")
    assert lines.is_one_waiting()
    lines.read()
    assert lines.is_one_waiting()
    lines.read()
    assert not lines.is_one_waiting()
    os.close(write)
