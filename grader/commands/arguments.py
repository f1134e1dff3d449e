"""The command line's grammar: commands, options, and the help that explains them."""

from __future__ import annotations

import argparse
import difflib
import io
import re
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from typing import Any, NoReturn

import grader
from grader.commands.options import add_options
from grader.commands.table import COMMANDS, GROUPS, Command
from grader.errors import UsageError
from grader.report.advice import Advice

EXIT_CODES = """\
exit codes:
  0  grading worked, whatever the verdicts
  1  the score is below --fail-under; verify or doctor found something to mend
  2  wrong use: a name, an option or a folder that does not exist
  3  the course itself is broken
"""

KATA_NAMES = """\
a kata is named by its id (semaphore/limit_three), its short name (limit_three),
its number (0601) or its path.
"""

_NAME_NO_KATA = ("list", "progress", "predict", "next", "update", "new", "doctor")


class _Parser(argparse.ArgumentParser):
    """Wrong use is an error of ours, told in one line with the options that come near."""

    helps = ""  # the command that shows this help

    def error(self, message: str) -> NoReturn:
        flags = re.findall(r"--[a-z-]+", self.format_help())
        typed = re.findall(r"--?[\w-]+", message) if "unrecognized" in message else []
        near = [match for word in typed for match in difflib.get_close_matches(word, flags, n=1)]
        advice = f"Did you mean {' or '.join(near)}?" if near else f"`{self.helps}` helps."
        raise UsageError(f"{message[:1].upper()}{message[1:]}. {advice}")


def parse(argv: Sequence[str], advice: Advice) -> tuple[argparse.Namespace | None, str]:
    """Return the options, or None and the page of help that was asked for; raise `UsageError`.

    `advice` spells commands as this one was typed.
    """
    program = advice.program
    if not argv:
        return None, _short_help(program)
    _refuse_unknown(argv, program)
    page = io.StringIO()
    try:
        # argparse prints help to sys.stdout and leaves; the page is ours to deliver.
        with redirect_stdout(page):
            return _options(argv, advice), ""
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
    lines = [f"Start with:  {program} check"]
    for group, commands in GROUPS.items():
        lines += ["", group, *(f"  {name:9} {each.about}" for name, each in commands.items())]
    return "\n".join([*lines, "", f"{program} --help says more.", ""])


def _options(argv: Sequence[str], advice: Advice) -> argparse.Namespace:
    parser, commands = _parsers(advice)
    options, strange = parser.parse_known_args(argv)
    if strange:  # told by the command, which knows its own options
        commands[options.command].error(f"unrecognized arguments: {' '.join(strange)}")
    return options


def _parsers(advice: Advice) -> tuple[_Parser, Mapping[str, _Parser]]:
    program = advice.program
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
        _add(commands, name, command, program).helps = advice.call(name, options="--help")
    parser.helps = f"{program} --help"
    return parser, commands.choices


def _add(commands: Any, name: str, command: Command, program: str) -> _Parser:
    examples = "".join(f"  {program} {line}\n" for line in command.examples.split("\n"))
    names = "" if name in _NAME_NO_KATA else KATA_NAMES
    parser: _Parser = commands.add_parser(
        name,
        help=command.about,
        description=f"{command.about[0].upper()}{command.about[1:]}.",
        epilog="\n".join(part for part in (f"examples:\n{examples}", names, EXIT_CODES) if part),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_options(name, parser)
    return parser
