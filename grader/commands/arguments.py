"""The command line's grammar: commands, options, and the help that explains them."""

from __future__ import annotations

import argparse
import difflib
import io
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from importlib import import_module
from typing import Any, NoReturn

import grader
from grader.errors import UsageError

EXIT_CODES = """\
exit codes:
  0  grading worked, whatever the verdicts
  1  the score is below --fail-under; verify or doctor found something to mend
  2  wrong use: a name, an option or a folder that does not exist
  3  the course itself is broken
"""
MAX_SEED = 2**31 - 1  # as the lab's
MAX_EXPLORED = 1000

KATA_NAMES = """\
a kata is named by its id (semaphore/limit_three), its short name (limit_three),
its number (0601) or its path.
"""


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
    "list": Command("all katas and where you stand", "list", "grader.commands.shelf", "run_list"),
    "progress": Command(
        "how far you have come, and what each kata took",
        "progress",
        "grader.commands.shelf",
        "run_progress",
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
    "doctor": Command("is everything installed and writable?", "doctor", "grader.commands.doctor"),
}


class _Parser(argparse.ArgumentParser):
    """Wrong use is an error of ours, told in one line with the options that come near."""

    def error(self, message: str) -> NoReturn:
        flags = re.findall(r"--[a-z-]+", self.format_help())
        typed = re.findall(r"--?[\w-]+", message) if "unrecognized" in message else []
        near = [match for word in typed for match in difflib.get_close_matches(word, flags, n=1)]
        advice = f"Did you mean {' or '.join(near)}?" if near else f"`{self.prog} --help` helps."
        raise UsageError(f"{message[:1].upper()}{message[1:]}. {advice}")


def parse(argv: Sequence[str], program: str) -> tuple[argparse.Namespace | None, str]:
    """Return the options, or None and the page of help that was asked for; raise `UsageError`."""
    if not argv:
        return None, _short_help(program)
    _refuse_unknown(argv, program)
    page = io.StringIO()
    try:
        # argparse prints help to sys.stdout and leaves; the page is ours to deliver.
        with redirect_stdout(page):
            return _parser(program).parse_args(argv), ""
    except SystemExit:
        return None, page.getvalue()


def _refuse_unknown(argv: Sequence[str], program: str) -> None:
    first = next((word for word in argv if not word.startswith("-")), None)
    if (
        first is None
        or first in COMMANDS
        or any(word in ("-h", "--help", "--version") for word in argv)
    ):
        return
    near = difflib.get_close_matches(first.lower(), COMMANDS, n=2, cutoff=0.5)
    advice = f"Did you mean {' or '.join(near)}?" if near else f"Commands: {', '.join(COMMANDS)}."
    raise UsageError(f"There is no command {first!r}. {advice}")


def _short_help(program: str) -> str:
    lines = [f"  {program} {name:8} {command.about}" for name, command in COMMANDS.items()]
    return "\n".join(
        [f"Start with:  {program} check", "", *lines, "", f"{program} --help says more.", ""]
    )


def _parser(program: str) -> argparse.ArgumentParser:
    examples = "".join(
        f"  {program} {line}\n"
        for command in COMMANDS.values()
        for line in command.examples.split("\n")
    )
    parser = _Parser(
        prog=program,
        description="Learn asyncio by solving small exercises that are judged on a virtual clock.",
        epilog=f"examples:\n{examples}\n{KATA_NAMES}\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    version = f"katas {grader.__version__} (Python {sys.version.split()[0]})"
    parser.add_argument("--version", action="version", version=version)
    commands = parser.add_subparsers(dest="command", metavar="command", required=True)
    for name, command in COMMANDS.items():
        _add(commands, name, command, program)
    return parser


def _add(commands: Any, name: str, command: Command, program: str) -> None:
    examples = "".join(f"  {program} {line}\n" for line in command.examples.split("\n"))
    names = KATA_NAMES if name not in ("list", "progress", "doctor") else ""
    parser = commands.add_parser(
        name,
        help=command.about,
        description=f"{command.about[0].upper()}{command.about[1:]}.",
        epilog="\n".join(part for part in (f"examples:\n{examples}", names, EXIT_CODES) if part),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    if name in ("check", "verify"):
        parser.add_argument("katas", nargs="*", metavar="KATA", help="all without a name")
        parser.add_argument("--json", action="store_true", help="one JSON document on stdout")
    if name in ("show", "hint", "watch", "solution", "diff"):
        parser.add_argument(
            "kata", nargs="?", metavar="KATA", help="the next unsolved one without a name"
        )
    if name == "reset":
        parser.add_argument("kata", nargs="?", metavar="KATA", help="which one")
        parser.add_argument("--all", action="store_true", help="every kata whose file was changed")
        parser.add_argument("--undo", action="store_true", help="bring back what was there before")
    if name in ("solution", "diff"):
        parser.add_argument("--yes", action="store_true", help="show it before it is solved")
    if name == "solution":
        parser.add_argument("--variant", metavar="NAME", help="one of the other right answers")
    if name == "watch":
        parser.add_argument(
            "--poll", action="store_true", help="look at the files ten times a second"
        )
    if name == "verify":
        parser.add_argument(
            "--claim",
            action="store_true",
            help="first write into the suites which checks each mistake fails; read what changed",
        )
    if name == "check":
        _add_check_options(parser)


def _add_check_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from",
        dest="source",
        metavar="DIR",
        help="judge the answers in DIR, shaped like exercises/; your progress stays as it is",
    )
    parser.add_argument(
        "--fail-under", type=_percent, metavar="PCT", help="exit with 1 below this score (0 to 100)"
    )
    parser.add_argument(
        "--all", action="store_true", help="every kata in a line, then all that fails"
    )
    parser.add_argument(
        "--schedule",
        type=_seed,
        metavar="SEED",
        help="only this order of what asyncio leaves open, as a verdict named it; for looking,"
        " your progress stays as it is",
    )
    parser.add_argument(
        "--explore",
        type=_count,
        default=0,
        metavar="N",
        help="besides, try N orders of ready tasks, which asyncio keeps in line; advice only",
    )


def _seed(text: str) -> int:
    return _whole(text, 0, MAX_SEED)


def _count(text: str) -> int:
    return _whole(text, 1, MAX_EXPLORED)


def _whole(text: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} to {most}")
    return int(text)


def _percent(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1
    if not 0 <= value <= 100:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 100")
    return value
