"""What one child says, until it is done, silent for too long, or dead."""

from __future__ import annotations

import os
import select
import signal
import time
from dataclasses import dataclass, field

from grader.json_line import UnreadableError, from_json
from grader.lines import Lines
from grader.run import FORGED, Printed, Run, Trouble
from grader.worker import limits, processes
from grader.worker.child import Line
from grader.worker.itinerary import Take

_POLL_SECONDS = 0.05  # how often a silent child is looked after
_LAST_SECONDS = 2.0  # real, for a process to end after its pipes have
_MAX_LINE_BYTES = 32 * 1024 * 1024

_STOPPED_BY_SIGNAL = {
    signal.SIGSEGV: ("signal", "Your code crashed the Python interpreter (segmentation fault)."),
    signal.SIGKILL: ("signal", "Your code was killed: it used more than a kata may."),
    signal.SIGXCPU: (
        "never yields",
        "Your code computed without end and never let another coroutine run.",
    ),
    signal.SIGABRT: ("signal", "Your code aborted the Python interpreter."),
}

_HUNG_UP = Trouble("fenced", "Your code closed the pipes of the process that runs it.")


@dataclass
class Attempt:
    """What one child said before it ended."""

    runs: list[Run] = field(default_factory=list)
    begins: Take | None = None  # the latest run that was announced, after the first round
    trouble: Trouble | None = None
    output: str = ""
    printed: tuple[Printed, ...] = ()
    done: bool = False


def listen(child: int, pipe: int, token: str, attempt: Attempt, jobs: Lines) -> bool:
    """Read a child's lines until it is done, silent for too long (True) or dead.

    `child` is its process id, `pipe` the descriptor it writes to, `token` what proves that it does.
    Where nobody waits for an answer any more, any silence is too long.
    """
    buffer = bytearray()
    spent = processes.processor_seconds(child)
    deadline = time.monotonic() + limits.WALL_SECONDS_HARD
    while not attempt.done:
        if select.select([pipe], [], [], _POLL_SECONDS)[0]:
            data = os.read(pipe, 1 << 20)
            if not data and not _dies(child):
                attempt.trouble = attempt.trouble or _HUNG_UP
            if not data or len(buffer) > _MAX_LINE_BYTES:
                return False
            buffer += data
            if b"\n" not in data:
                continue
            *lines, buffer = buffer.split(b"\n")
            for line in lines:
                if not _take(bytes(line), token, attempt):
                    attempt.trouble = FORGED
                    return False
            spent = processes.processor_seconds(child)
            deadline = time.monotonic() + limits.WALL_SECONDS_HARD
        elif jobs.is_cut_off():
            return True
        elif time.monotonic() > deadline:
            before, spent = spent, processes.processor_seconds(child)
            if spent - before < limits.BUSY_SECONDS:
                return True
            deadline = time.monotonic() + limits.WALL_SECONDS_HARD
        elif _is_dead(child) and not select.select([pipe], [], [], 0)[0]:
            return False  # all it said is read, though a descendant still holds the pipe
    return False


def _dies(pid: int) -> bool:
    """Return True once a child whose pipe was closed has ended, which it usually is doing."""
    deadline = time.monotonic() + _LAST_SECONDS
    while not _is_dead(pid):
        if time.monotonic() > deadline:
            return False
        time.sleep(_POLL_SECONDS / 10)
    return True


def _is_dead(pid: int) -> bool:
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _take(line: bytes, token: str, attempt: Attempt) -> bool:
    """Take in one line; False when it is not the child's own."""
    try:
        said: Line = from_json(line, Line)
    except UnreadableError:
        return False
    if said.token != token:
        return False
    if said.run is not None:
        attempt.runs.append(said.run)
    if said.begins is not None:
        attempt.begins = said.begins
    if said.trouble is not None:
        attempt.trouble = said.trouble
        attempt.output, attempt.printed = said.output, said.printed
    attempt.done = said.done
    return True


def death(status: int, timed_out: bool) -> Trouble:
    """Return why a child ended that said nothing of it; `status` is its wait status."""
    if timed_out:
        return Trouble(
            "stuck",
            "Your code waits for something real that does not come; only virtual time passes here.",
        )
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        known = {int(sig): said for sig, said in _STOPPED_BY_SIGNAL.items()}
        kind, message = known.get(number, ("signal", f"Your code was ended by signal {number}."))
        return Trouble(kind, message)  # type: ignore[arg-type]  # kinds of the table above
    code = os.waitstatus_to_exitcode(status)
    return Trouble(
        "exit", f"Your code ended the process in the middle (exit code {code}), as os._exit does."
    )
