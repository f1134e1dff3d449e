"""What it means that an exception ends a run: some are trouble, which is told in a sentence."""

from __future__ import annotations

from grader.lab.stall import StallError
from grader.run import Trouble
from grader.worker.props import WrongKind
from grader.worker.recorder import Recorder, innermost
from grader.worker.stalls import stall_trouble


class Aborted(BaseException):
    """Raised through a submission that must be stopped, where the process cannot simply end."""


def trouble_of(error: BaseException, recorder: Recorder) -> Trouble | None:
    """Return the trouble that an exception stands for; None for one that is only an error."""
    if isinstance(error, StallError):
        return stall_trouble(error, recorder.since)
    if isinstance(error, WrongKind):
        return error.trouble
    if isinstance(error, SystemExit):
        return Trouble("exit", "Your code ends the program (sys.exit) in the middle.")
    if isinstance(error, KeyboardInterrupt | Aborted):
        return Trouble("exit", f"Your code was stopped: {error}")
    if isinstance(error, MemoryError):
        return Trouble("memory", "Your code ran out of memory.")
    if isinstance(error, RecursionError):
        return Trouble(
            "recursion",
            "Your code calls itself, call in call, until Python gives up (RecursionError).",
            innermost(error.__traceback__),
        )
    return None
