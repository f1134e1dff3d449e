from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from grader.cli import main
from grader.commands.table import COMMANDS

ROOT = Path(__file__).parents[2]


def grader(*argv: str, **options) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "grader", *argv]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    options = {"capture_output": True, "text": True, "env": environ, "check": False, **options}
    return subprocess.run(command, **options)


def test_without_arguments_it_names_check(katas) -> None:
    result = katas()
    assert result.code == 0
    assert result.out.startswith("Start with:  katas check\n")


def test_help_shows_examples_and_exit_codes(katas) -> None:
    out = katas("--help").out
    for word in (
        "examples:",
        "exit codes:",
        "0  grading",
        "1  the score",
        "2  wrong",
        "3  the course",
    ):
        assert word in out
    assert all(name in out for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_of_its_own(command: str, katas) -> None:
    result = katas(command, "--help")
    assert result.code == 0
    assert f"katas {command}" in result.out
    assert "exit codes:" in result.out


def test_the_version_is_told(katas) -> None:
    assert katas("--version").out.startswith("katas 0.")


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        (["chekc"], "There is no command 'chekc'. Did you mean check?"),
        (["xyz"], f"There is no command 'xyz'. Commands: {', '.join(COMMANDS)}."),
        (["check", "--jsno"], "Unrecognized arguments: --jsno. Did you mean --json?"),
        (
            ["check", "--from"],
            "Argument --from: expected one argument. `katas check --help` helps.",
        ),
        (["doctor", "more"], "Unrecognized arguments: more. `katas doctor --help` helps."),
        # Other commands have options that come near, and this one has not.
        (["show", "--all"], "Unrecognized arguments: --all. `katas show --help` helps."),
    ],
)
def test_wrong_use_is_one_line(argv: list[str], line: str, katas) -> None:
    result = katas(*argv)
    assert (result.code, result.out, result.err) == (2, "", f"{line}\n")


def test_below_make_the_help_is_spelled_for_make(katas) -> None:
    err = katas("check", "--from", environ={"MAKELEVEL": "1"}).err
    assert err == ('Argument --from: expected one argument. `make check ARGS="--help"` helps.\n')


def test_outside_a_course_one_line_says_so(katas, tmp_path) -> None:
    result = katas("check", folder=tmp_path)
    assert result.code == 2
    assert result.err.startswith("No course found at")
    assert result.err.count("\n") == 1


def test_an_error_of_ours_is_one_line_without_a_traceback(katas) -> None:
    katas.runner.answers["first/greet"] = ZeroDivisionError("division\nby zero")
    result = katas("check")
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("The grader itself failed: ZeroDivisionError: division by zero.")
    assert result.err.count("\n") == 1


def test_a_traceback_can_be_asked_for(katas) -> None:
    katas.runner.answers["first/greet"] = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        katas("check", environ={"KATAS_TRACEBACK": "1"})


def test_a_missing_package_is_told_with_what_to_do(katas) -> None:
    katas.runner.answers["first/greet"] = ModuleNotFoundError("no", name="aiohttp")
    result = katas("check")
    assert result.code == 2
    assert result.err.startswith("The package 'aiohttp' is missing. `make check` installs")


class Gone(io.StringIO):
    """A stream whose reader has gone, or whose disk is full."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, text: str) -> int:
        raise self.error

    def fileno(self) -> int:
        raise OSError("no file")


def test_a_reader_that_has_gone_changes_no_exit_code(katas) -> None:
    gone = Gone(BrokenPipeError())
    assert katas("check", stdout=gone) == katas("list", stdout=gone)
    result = katas("check", "--fail-under", "50", stdout=gone)
    assert (result.code, result.err) == (1, "")


def test_a_full_disk_behind_stdout_is_one_line(katas) -> None:
    result = katas("check", stdout=Gone(OSError(28, "No space left on device")))
    assert result.code == 2
    assert result.err == "The output cannot be written: No space left on device.\n"


def test_in_ascii_everything_is_ascii(katas) -> None:
    for command in (["check"], ["check", "--all"], ["list"], ["show"], ["hint"], ["doctor"]):
        result = katas(*command, encoding="ascii")
        assert (result.out + result.err).isascii()


def test_no_stream_at_all_is_no_trouble(three, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["list"], environ={}, folder=three.root) == 0


def test_as_a_module_it_runs_and_says_how_it_was_called(three) -> None:
    result = grader("list", cwd=three.root)
    assert (result.returncode, result.stderr) == (0, "")
    assert "next      python -m grader check" in result.stdout


def test_a_pipe_closed_early_is_quiet(three) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "w") as stdout:
        result = grader(
            "list", cwd=three.root, stdout=stdout, stderr=subprocess.PIPE, capture_output=False
        )
    assert (result.returncode, result.stderr) == (0, "")


def test_a_folder_that_is_gone_is_one_line(tmp_path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = f"cd {gone} && rmdir {gone} && exec {sys.executable} -m grader list"
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        ["sh", "-c", script], capture_output=True, text=True, env=environ, check=False
    )
    assert result.returncode == 2
    assert result.stderr == "The current folder is gone. Change into the repository.\n"


def test_light_commands_import_nothing_heavy(three) -> None:
    heavy = {"pytest", "_pytest", "aiohttp", "asyncio", "msgspec", "freezegun", "jinja2"}
    script = (
        "import sys; from grader.cli import main; main(sys.argv[1:]);"
        f"print(sorted({heavy} & set(sys.modules)))"
    )
    program = three.root / "exercises" / "01_first" / "predict" / "none.py"
    program.parent.mkdir()
    program.touch()
    program.with_suffix(".toml").write_text('title = "None"')
    for command in (
        ["list"],
        ["next"],
        ["start"],
        ["progress"],
        ["show", "greet"],
        ["hint", "greet"],
        ["predict", "--list"],
        ["update"],
    ):
        result = subprocess.run(
            [sys.executable, "-c", script, *command],
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            cwd=three.root,
            check=True,
        )
        assert result.stdout.endswith("[]\n")


def test_closed_standard_streams_are_no_trouble(three) -> None:
    script = f"exec {sys.executable} -m grader check greet --fail-under 1 <&- >&- 2>&-"
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(["sh", "-c", script], cwd=three.root, env=environ, check=False)
    assert result.returncode == 1


def read_terminal(master: int) -> bytes:
    """Return what was written to the other end; nothing when that is closed."""
    try:
        return os.read(master, 1000)
    except OSError:  # how Linux says that the last writer has gone
        return b""


def test_an_interruption_leaves_one_line_and_no_process(three) -> None:
    master, slave = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "grader", "check"],
        cwd=three.root,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"},
        stdout=subprocess.PIPE,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    said = b""
    while b"judging 1/3" not in said:
        said += os.read(master, 1000)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process of the group
    out, _ = process.communicate()
    rest = b"".join(iter(lambda: read_terminal(master), b""))
    os.close(master)
    assert (process.returncode, out) == (130, b"")
    assert rest.split(b"\x1b[K")[-1].strip().startswith(b"Stopped.")
    assert b"Traceback" not in said + rest
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


@pytest.mark.parametrize("columns", ["80", "60", "40"])
def test_a_terminal_gets_its_errors_folded_between_words_and_whole_commands(columns, katas) -> None:
    in_a_pipe = katas("check", "0999").err
    assert (in_a_pipe.count("\n"), in_a_pipe.count("`katas list`")) == (1, 1)
    folded = katas("check", "0999", terminal=True, environ={"COLUMNS": columns, "TERM": "dumb"}).err
    assert folded.split() == in_a_pipe.split()
    assert "`katas list`" in folded
    assert max(map(len, folded.splitlines())) <= int(columns)
