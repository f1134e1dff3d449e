"""What each command can be told besides its name."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

MAX_SEED = 2**31 - 1  # as the lab's
MAX_EXPLORED = 1000

Declare = Callable[[Any], None]


def add_options(command: str, parser: argparse.ArgumentParser) -> None:
    """Give a command's parser its arguments and options; most have none."""
    OPTIONS.get(command, lambda parser: None)(parser)


def _next_one(parser: Any) -> None:
    parser.add_argument(
        "kata", nargs="?", metavar="KATA", help="the next unsolved one without a name"
    )


def _many(parser: Any) -> None:
    parser.add_argument("katas", nargs="*", metavar="KATA", help="all without a name")
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def _list(parser: Any) -> None:
    parser.add_argument(
        "words",
        nargs="*",
        metavar="WORD",
        help="only katas with all of these in number, name, title, tags or chapter",
    )
    standing = parser.add_mutually_exclusive_group()
    for name, about in (
        ("open", "not solved now"),
        ("done", "solved now"),
        ("begun", "tried, and not solved now"),
    ):
        standing.add_argument(
            f"--{name}",
            dest="standing",
            action="store_const",
            const=name,
            help=f"only those {about}",
        )
    parser.add_argument("--chapter", metavar="NAME", help="only this chapter: its number or name")
    parser.add_argument("--stretch", action="store_true", help="only stretch katas")


def _watch(parser: Any) -> None:
    _next_one(parser)
    parser.add_argument("--poll", action="store_true", help="look at the files ten times a second")


def _diff(parser: Any) -> None:
    _next_one(parser)
    parser.add_argument("--yes", action="store_true", help="show it before it is solved")


def _solution(parser: Any) -> None:
    _diff(parser)
    parser.add_argument("--variant", metavar="NAME", help="one of the other right answers")


def _try(parser: Any) -> None:
    _next_one(parser)
    parser.add_argument("--real", action="store_true", help="in real time; Ctrl-C ends it")


def _predict(parser: Any) -> None:
    parser.add_argument(
        "name",
        nargs="?",
        metavar="NAME",
        help="a program, or a chapter: its number or name; the next one without it",
    )
    parser.add_argument("--finishes", metavar="SECONDS", help="when it ends, or never")
    parser.add_argument("--order", metavar="LETTERS", help="the letters of its lines, in order")
    parser.add_argument("--list", action="store_true", help="all programs, and what you scored")


def _reset(parser: Any) -> None:
    parser.add_argument("kata", nargs="?", metavar="KATA", help="which one")
    parser.add_argument("--all", action="store_true", help="every kata whose file was changed")
    parser.add_argument("--undo", action="store_true", help="bring back what was there before")


def _verify(parser: Any) -> None:
    _many(parser)
    parser.add_argument(
        "--claim",
        action="store_true",
        help="first write into the suites which checks each mistake fails; read what changed",
    )


def _new(parser: Any) -> None:
    parser.add_argument(
        "name", nargs="?", metavar="CHAPTER/KATA", help="a new chapter gets the next number"
    )
    parser.add_argument(
        "--function", metavar="NAME", help="what the learner completes; without it, named like KATA"
    )


def _from(parser: Any) -> None:
    parser.add_argument(
        "--from",
        dest="source",
        metavar="DIR",
        help="judge the answers in DIR, shaped like exercises/; your progress stays as it is",
    )


def _report(parser: Any) -> None:
    parser.add_argument("katas", nargs="*", metavar="KATA", help="all without a name")
    parser.add_argument("--html", action="store_true", help="as an HTML page; there is no other")
    parser.add_argument(
        "--out", metavar="FILE", help="where to write it; .katas/report.html without it"
    )
    _from(parser)


def _check(parser: Any) -> None:
    _many(parser)
    _from(parser)
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


OPTIONS: dict[str, Declare] = {
    "check": _check,
    "watch": _watch,
    "list": _list,
    "start": _next_one,
    "report": _report,
    "show": _next_one,
    "hint": _next_one,
    "try": _try,
    "predict": _predict,
    "solution": _solution,
    "diff": _diff,
    "reset": _reset,
    "verify": _verify,
    "new": _new,
}


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
