"""The commands: one line about each, examples, and where its function is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module


@dataclass(frozen=True)
class Command:
    """A command: one line about it, examples, and where its function is."""

    about: str
    examples: str
    place: str
    function: str = "run"

    def load(self) -> Callable[..., int]:
        """Import the command's function; only now, so that a light command stays light."""
        run: Callable[..., int] = getattr(import_module(self.place), self.function)
        return run


COMMANDS = {
    "check": Command(
        "judge your answers and say what to do next",
        "check                      everything, on one screen\n"
        "check limit_three          one kata, with every check\n"
        "check --from solutions     another folder of answers\n"
        "check --json --fail-under 60\n"
        "check limit_three --schedule 3   the same run again\n"
        "check limit_three --explore 25   advice, no verdict",
        "grader.commands.check",
    ),
    "watch": Command(
        "judge what you save, at once, on one screen",
        "watch\nwatch limit_three\nwatch --poll               on network drives, in containers",
        "grader.commands.watch",
    ),
    "list": Command(
        "all katas and where you stand, or those you look for",
        "list\nlist --open\nlist cancel\nlist --chapter 6 --done",
        "grader.commands.listing",
    ),
    "progress": Command(
        "how far you have come, and what each kata took",
        "progress",
        "grader.commands.shelf",
        "run_progress",
    ),
    "next": Command(
        "the next unsolved kata, without judging", "next", "grader.commands.start", "run_next"
    ),
    "start": Command(
        "open a kata's file in $VISUAL or $EDITOR; the next one without a name",
        "start\nstart limit_three",
        "grader.commands.start",
        "run_start",
    ),
    "report": Command(
        "one HTML page: progress, verdicts, and a picture of each run beside the reference's",
        "report --html\nreport --html --from handed-in/ada --out ada.html",
        "grader.commands.report",
    ),
    "show": Command(
        "a kata's task; the next one without a name",
        "show 0601",
        "grader.commands.shelf",
        "run_show",
    ),
    "hint": Command(
        "the next hint for a kata, or for the next unsolved one",
        "hint\nhint limit_three",
        "grader.commands.shelf",
        "run_hint",
    ),
    "try": Command(
        "run a kata's example.py with your file: what it prints and when; nothing is judged",
        "try limit_three\ntry limit_three --real     in real time",
        "grader.commands.try_out",
    ),
    "predict": Command(
        "say when a program ends and in which order it prints, then see",
        "predict                    the next one\npredict 6                  of a chapter\n"
        "predict two_places --finishes 2.5 --order BAC\npredict --list",
        "grader.commands.predict",
    ),
    "update": Command(
        "bring the course up to date; your answers stay as they are",
        "update",
        "grader.commands.update",
    ),
    "solution": Command(
        "a kata's reference and other right answers",
        "solution limit_three\nsolution limit_three --variant bounded_queue",
        "grader.commands.compare",
        "run_solution",
    ),
    "diff": Command(
        "your answer beside the reference",
        "diff limit_three",
        "grader.commands.compare",
        "run_diff",
    ),
    "reset": Command(
        "back to the stub; your file is kept, and --undo brings it back",
        "reset limit_three\nreset limit_three --undo\nreset --all",
        "grader.commands.reset",
    ),
    "verify": Command(
        "prove the course: references pass, stubs and mistakes fail as they should",
        "verify\nverify limit_three --json\nverify my_kata --claim",
        "grader.commands.prove",
    ),
    "new": Command(
        "make the files of a new kata, for its author to fill",
        "new semaphore/my_kata\nnew semaphore/my_kata --function fetch_both",
        "grader.commands.new",
    ),
    "doctor": Command("is everything installed and writable?", "doctor", "grader.commands.doctor"),
}
