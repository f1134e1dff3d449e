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


# In the order in which a learner meets them.
GROUPS: dict[str, dict[str, Command]] = {
    "Solve": {
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
        "next": Command(
            "the next unsolved kata, without judging",
            "next",
            "grader.commands.start",
            "run_next",
        ),
        "start": Command(
            "open a kata's file in $VISUAL or $EDITOR",
            "start\nstart limit_three",
            "grader.commands.start",
            "run_start",
        ),
    },
    "Look closer": {
        "show": Command(
            "a kata's task",
            "show 0601",
            "grader.commands.shelf",
            "run_show",
        ),
        "hint": Command(
            "the next hint for a kata",
            "hint\nhint limit_three",
            "grader.commands.shelf",
            "run_hint",
        ),
        "try": Command(
            "run a kata's example.py with your file; nothing is judged",
            "try limit_three\ntry limit_three --real     in real time",
            "grader.commands.try_out",
        ),
        "predict": Command(
            "say when a program ends and in which order it prints, then see",
            "predict                    the next one\n"
            "predict 6                  of a chapter\n"
            "predict two_places --finishes 2.5 --order BAC\n"
            "predict --list",
            "grader.commands.predict",
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
    },
    "Where you stand": {
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
        "report": Command(
            "one HTML page: progress, verdicts, a picture of each run",
            "report --html\nreport --html --from handed-in/ada --out ada.html",
            "grader.commands.report",
        ),
    },
    "Your files and the course": {
        "reset": Command(
            "back to the stub; your file is kept, and --undo brings it back",
            "reset limit_three\nreset limit_three --undo\nreset --all",
            "grader.commands.reset",
        ),
        "update": Command(
            "bring the course up to date; your answers stay as they are",
            "update",
            "grader.commands.update",
        ),
        "doctor": Command(
            "is everything installed and writable?",
            "doctor",
            "grader.commands.doctor",
        ),
    },
    "Write katas": {
        "new": Command(
            "make the files of a new kata",
            "new semaphore/my_kata\nnew semaphore/my_kata --function fetch_both",
            "grader.commands.new",
        ),
        "verify": Command(
            "prove the katas: stubs and mistakes fail, right answers pass",
            "verify\nverify limit_three --json\nverify my_kata --claim",
            "grader.commands.prove",
        ),
    },
}
COMMANDS = {name: each for group in GROUPS.values() for name, each in group.items()}
