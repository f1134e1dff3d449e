"""The watcher in a real terminal, or a pipe: saves show, keys work, nothing stays behind."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PATIENCE_SECONDS = 30  # real ones; a guard, never a measurement

WRONG = "async def greet(number):\n    raise ValueError('go away')\n"
STUCK = "import os\nasync def greet(name):\n    os.read(os.pipe()[0], 1)\n"
BROKEN = "async def greet(name:\n"

# pytest-xdist tells its workers a size in these, which would hide that of our terminal.
_SIZES = ("COLUMNS", "LINES")
_ENVIRON = {name: value for name, value in os.environ.items() if name not in _SIZES}
_ENVIRON["PYTHONPATH"] = str(ROOT)


class Sitting:
    """`katas watch` in a process of its own, on a terminal."""

    def __init__(self, course, *options: str, **environ: str) -> None:
        self.course = course
        self.file = course.root / course.katas[0].stub
        self.seen = b""
        self.master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("4H", 24, 80, 0, 0))
        self.before = termios.tcgetattr(slave)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "grader", "watch", *options],
            cwd=course.root,
            env={**_ENVIRON, "TERM": "xterm", **environ},
            stdin=slave,
            stdout=slave,
            stderr=slave,
            process_group=0,
        )
        self.slave = slave

    def until(self, text: str) -> str:
        """Read on until the text was shown; return what was read since the last time."""
        read = b""
        while text.encode() not in read:
            ready, _, _ = select.select([self.master], [], [], PATIENCE_SECONDS)
            assert ready, f"{text!r} never came; the last was {self.seen[-2000:].decode()!r}"
            chunk = os.read(self.master, 65536)
            read, self.seen = read + chunk, self.seen + chunk
        return read.decode()

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def ended(self) -> int:
        """Return the exit code; the terminal is as before and nobody of the group is alive."""
        code = self.process.wait(PATIENCE_SECONDS)
        while select.select([self.master], [], [], 0)[0]:
            self.seen += os.read(self.master, 65536)
        assert termios.tcgetattr(self.slave) == self.before
        with pytest.raises(ProcessLookupError):
            os.killpg(self.process.pid, 0)
        assert b"Traceback" not in self.seen
        return code

    def close(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self.master)
        os.close(self.slave)


@pytest.fixture
def watching(three) -> Iterator[Sitting]:
    sitting = Sitting(three)
    sitting.until("q quit")
    yield sitting
    sitting.close()


def test_a_save_shows_its_verdict_and_q_leaves_the_terminal_as_it_was(watching):
    watching.file.write_text(WRONG)
    watching.until("go away")
    watching.press("q")
    assert watching.ended() == 0
    last = watching.seen.decode()
    assert last.index("\x1b[?1049l") < last.index("Your progress is kept.")


def test_a_syntax_error_while_typing_is_a_line_and_the_next_save_counts(watching):
    watching.file.write_text(BROKEN)
    watching.until("was never closed")
    watching.file.write_text(WRONG)
    watching.until("go away")
    watching.press("q")
    assert watching.ended() == 0


def test_a_file_that_goes_and_comes_back_is_no_end(watching):
    watching.file.unlink()
    watching.until("is missing")
    watching.file.write_text(WRONG)
    watching.until("go away")
    watching.press("q")
    assert watching.ended() == 0


def test_the_course_may_go_and_come_back(watching):
    away = watching.course.root.with_name("away")
    for moved in (watching.file.parent, watching.course.root):
        moved.rename(away)
        watching.until("is missing")
        away.rename(moved)
        watching.until("not started")
    watching.press("q")
    assert watching.ended() == 0


def test_what_cannot_be_shown_or_reset_is_told_and_the_sitting_goes_on(watching):
    (watching.file.parent / "README.md").unlink()
    watching.press("s")
    watching.until("README.md: the course's own file cannot be read")
    watching.press("rr")
    watching.until("nothing to go back to")
    watching.file.write_text(WRONG)
    watching.until("go away")


def test_progress_that_cannot_be_kept_is_a_note_on_the_screen(watching):
    (watching.course.root / ".katas").write_text("")
    watching.file.write_text(WRONG)
    assert "go away" in watching.until("progress is not kept")


def test_the_last_of_many_saves_is_the_one_that_is_shown(watching):
    for number in range(40):
        watching.file.write_text(WRONG.replace("go away", f"number {number}"))
    watching.until("number 39")
    watching.press("q")
    assert watching.ended() == 0


def test_another_size_is_another_screen(watching):
    fcntl.ioctl(watching.master, termios.TIOCSWINSZ, struct.pack("4H", 40, 50, 0, 0))
    watching.process.send_signal(signal.SIGWINCH)  # a terminal tells the group that it controls
    screen = watching.until("q quit").rpartition("\x1b[H")[2]
    assert screen.count("\n") == 39


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_ends_it_like_ctrl_c(watching, number):
    watching.process.send_signal(number)
    assert watching.ended() == 130
    assert b"Stopped. Nothing is lost" in watching.seen


@pytest.mark.parametrize("key", ["q", "\x04"])
def test_q_leaves_at_once_whatever_is_being_judged(watching, key):
    watching.file.write_text(STUCK)
    watching.until("Judging")
    watching.press(key)
    assert watching.ended() == 0
    assert b"Your progress is kept." in watching.seen


def test_ctrl_z_gives_the_terminal_back_until_it_is_continued(watching):
    watching.process.send_signal(signal.SIGTSTP)
    _, status = os.waitpid(watching.process.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    assert termios.tcgetattr(watching.slave) == watching.before
    watching.until("\x1b[?1049l")
    watching.process.send_signal(signal.SIGCONT)
    watching.until("q quit")
    watching.press("q")
    assert watching.ended() == 0


def test_back_from_the_background_it_draws_again(watching):
    watching.process.send_signal(signal.SIGSTOP)
    termios.tcsetattr(watching.slave, termios.TCSANOW, watching.before)  # as a shell does
    watching.process.send_signal(signal.SIGCONT)
    watching.until("q quit")
    watching.press("h")
    watching.until("Hint 1 of 3")


def test_polling_sees_saves_too(three):
    sitting = Sitting(three, "--poll")
    try:
        sitting.until("q quit")
        sitting.file.write_text(WRONG)
        sitting.until("go away")
    finally:
        sitting.close()


def in_a_pipe(course) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "grader", "watch"],
        cwd=course.root,
        env=_ENVIRON,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def test_in_a_pipe_verdicts_are_plain_lines(three):
    process = in_a_pipe(three)
    lines = iter(process.stdout.readline, "")
    assert any("not started" in line for line in lines)
    (three.root / three.katas[0].stub).write_text(WRONG)
    said = ""
    while "go away" not in said:
        said = next(lines)
        assert "\x1b" not in said
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(PATIENCE_SECONDS) == 130
    assert "Traceback" not in process.stdout.read()
    process.stdout.close()


def test_when_nobody_reads_the_lines_any_more_it_ends(three):
    process = in_a_pipe(three)
    process.stdout.readline()
    process.stdout.close()
    (three.root / three.katas[0].stub).write_text(WRONG)
    assert process.wait(PATIENCE_SECONDS) == 0


# Another group of processes is in front and has set the terminal as it likes; then we end.
IN_THE_BACKGROUND = """
import os, signal, subprocess, sys, termios
from grader.watch.events import Events
from grader.watch.terminal import terminal

signal.signal(signal.SIGTTOU, signal.SIG_IGN)
with terminal(sys.stdout, 0, Events()):
    shell = subprocess.Popen(["sleep", "1000"], process_group=0)
    os.tcsetpgrp(0, shell.pid)
    wanted = termios.tcgetattr(0)
    wanted[3] ^= termios.ECHOE
    termios.tcsetattr(0, termios.TCSANOW, wanted)
left = termios.tcgetattr(0)
shell.kill()
sys.exit(left != wanted)
"""


def test_a_terminal_that_somebody_else_has_by_now_is_left_alone():
    master, slave = os.openpty()
    ended = subprocess.run(
        [sys.executable, "-c", IN_THE_BACKGROUND],
        env=_ENVIRON,
        stdin=slave,
        stdout=slave,
        check=False,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(slave, termios.TIOCSCTTY, 0),
        timeout=PATIENCE_SECONDS,
    )
    os.close(master)
    os.close(slave)
    assert ended.returncode == 0
