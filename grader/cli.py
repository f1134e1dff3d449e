"""The command line: parses arguments, runs one command, turns every ending into an exit code."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

from grader.commands.arguments import parse
from grader.commands.outside import Outside, RunnerFactory
from grader.commands.table import COMMANDS
from grader.errors import EXIT_COURSE_BROKEN, EXIT_WRONG_USE, GraderError, UsageError
from grader.report.advice import Advice

EXIT_INTERRUPTED = 130
TRACEBACK_VARIABLE = "KATAS_TRACEBACK"


def main(
    argv: Sequence[str] | None = None,
    *,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
    runner: RunnerFactory | None = None,
    program: str = "katas",
) -> int:
    """Run one command and return its exit code; everything it touches can be given as an argument.

    0 graded · 1 below `--fail-under`, or `verify` or `doctor` found something · 2 wrong use ·
    3 the course is broken · 130 interrupted.
    """
    _hold_standard_files()
    environ = os.environ if environ is None else environ
    outside = Outside(
        stdout=stdout or sys.stdout or io.StringIO(),
        stderr=stderr or sys.stderr or io.StringIO(),
        environ=environ,
        folder=Path(),
        runner=runner or _runner,
        program=program,
        stdin=stdin or sys.stdin,
    )
    try:
        outside.folder = _folder(folder)
        code = _run(sys.argv[1:] if argv is None else argv, outside)
        outside.deliver()  # that a reader has gone away changes no exit code
        return code
    except KeyboardInterrupt:
        outside.note("Stopped. Nothing is lost; the same command starts again.")
        return EXIT_INTERRUPTED
    except GraderError as error:
        outside.note(_one_line(str(error)))
        return error.exit_code
    except Exception as error:
        if environ.get(TRACEBACK_VARIABLE):
            raise
        return _broken(error, outside)


def _hold_standard_files() -> None:
    """Open what the caller closed (`>&-`): a pipe to a process of ours must not become stdout."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free: this one


def _run(argv: Sequence[str], outside: Outside) -> int:
    typed = Advice(outside.program, make="MAKELEVEL" in outside.environ)
    options, page = parse(argv, typed)
    if options is None:
        outside.page(page)
        return 0
    return COMMANDS[options.command].load()(options, outside)


def _broken(error: Exception, outside: Outside) -> int:
    if isinstance(error, ModuleNotFoundError) and not str(error.name).startswith("grader"):
        outside.note(
            f"The package {error.name!r} is missing. `make check` installs what is needed; "
            f"`{outside.program} doctor` says what that is."
        )
        return EXIT_WRONG_USE
    what = f"{type(error).__name__}: {error}"
    outside.note(
        _one_line(
            f"The grader itself failed: {what}. Please report it; "
            f"{TRACEBACK_VARIABLE}=1 shows where."
        )
    )
    return EXIT_COURSE_BROKEN


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _folder(folder: Path | None) -> Path:
    if folder is not None:
        return folder
    try:
        return Path.cwd()
    except OSError as error:
        raise UsageError("The current folder is gone. Change into the repository.") from error


def _runner(*args: object) -> object:
    from grader.runner import Runner  # pulls in what `list` and `hint` do without

    return Runner(*args)  # type: ignore[arg-type]  # called as RunnerFactory says
