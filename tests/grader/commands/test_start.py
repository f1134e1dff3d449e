"""`next` and `start`: the next kata, and its file in an editor."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from grader.marks import Outcome
from grader.progress import Progress

NOTES_ITS_ARGUMENTS = "import sys; open('opened', 'w').write('\\n'.join(sys.argv[1:]))"


@pytest.fixture
def greet(katas) -> Path:
    """The file of the first kata, with a TODO in its third line."""
    kata = katas.course.katas[0]
    path = kata.root / kata.stub
    path.write_text('async def greet():\n    """Greet."""\n    # TODO: greet.\n')
    return path


@pytest.fixture
def vim(tmp_path) -> Path:
    """An editor with a known name that notes what it was started with."""
    return program(tmp_path / "vim", NOTES_ITS_ARGUMENTS)


def program(path: Path, source: str) -> Path:
    path.write_text(f"#!{sys.executable}\n{source}\n")
    path.chmod(0o755)
    return path


def solve(katas, *numbers: int) -> None:
    chosen = [katas.course.katas[number] for number in numbers]
    Progress(katas.course.root).record(Outcome(kata.id, "pass", kata.points) for kata in chosen)


def opened(katas) -> list[str]:
    return (katas.course.root / "opened").read_text().splitlines()


# next


@pytest.mark.usefixtures("greet")
def test_the_next_kata_is_told_in_one_short_screen(katas) -> None:
    result = katas("next")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "0101 Greet   2 points\n"
        "\n"
        "read      exercises/01_first/README.md\n"
        "          exercises/01_first/01_greet/README.md\n"
        "edit      exercises/01_first/01_greet/greet.py:3\n"
        "next      katas start    katas check greet    katas hint\n"
    )
    assert katas.runner.asked == []


def test_it_says_what_the_stub_asks_also_when_the_answer_is_begun(katas, greet) -> None:
    stub = 'async def greet():\n    """Greet."""\n    raise NotImplementedError\n'
    greet.with_name(".stub.py").write_text(stub)
    assert "\n  Complete `greet` in `greet.py`. Greet.\n" in katas("next").out


def test_it_is_the_first_that_is_not_solved_stretch_last(starred_katas) -> None:
    solve(starred_katas, 0)
    assert starred_katas("next").out.startswith("0201 ")
    solve(starred_katas, 2)
    out = starred_katas("next").out
    assert out.startswith("The course is done")
    assert "\n0102 " in out


def test_what_was_begun_says_its_points_and_what_was_solved_its_day(katas) -> None:
    first = katas.course.katas[0].id
    progress = Progress(katas.course.root)
    progress.record([Outcome(first, "fail", 1.0)])
    assert katas("next").out.startswith("0101 Greet   1 of 2 points so far\n")
    progress.record([Outcome(first, "pass", 2.0)])
    progress.record([Outcome(first, "fail", 1.0)])
    assert "It was solved on " in katas("next").out


def test_the_page_of_the_chapter_comes_with_its_first_kata_until_that_is_written(
    katas, greet
) -> None:
    greet.write_text("async def greet(number): return number\n")
    assert "read      exercises/02_limits/README.md\n" in katas("start", "limit_three").out
    assert "read      exercises/01_first/01_greet/README.md\n" in katas("next").out


@pytest.mark.usefixtures("greet")
def test_check_and_next_name_the_same_pages_and_the_same_line(katas) -> None:
    rows = [
        [row for row in katas(command).out.splitlines() if "exercises/" in row]
        for command in ("check", "next", "start")
    ]
    assert rows[0] == rows[1] == rows[2]
    assert rows[0][-1].endswith("greet.py:3")


@pytest.mark.parametrize("command", ["next", "start"])
def test_when_all_is_solved_it_says_so(command, katas) -> None:
    solve(katas, 0, 1, 2)
    assert katas(command).out.startswith("Every kata is solved.")


# start


def start(katas, editor: object, *argv: str, variable: str = "EDITOR"):
    return katas("start", *argv, terminal=True, environ={variable: str(editor), "TERM": "dumb"})


@pytest.mark.usefixtures("greet")
def test_it_opens_the_file_at_the_line_to_write(katas, vim) -> None:
    result = start(katas, vim)
    assert (result.code, result.err) == (0, "")
    assert opened(katas) == ["+3", "exercises/01_first/01_greet/greet.py"]
    assert "read      exercises/01_first/README.md\n" in result.out
    assert "katas check greet" in result.out


@pytest.mark.usefixtures("greet")
def test_an_editor_may_have_arguments_of_its_own(katas, vim) -> None:
    start(katas, f"'{vim}' -u 'no rc'")
    assert opened(katas) == ["-u", "no rc", "+3", "exercises/01_first/01_greet/greet.py"]


def test_visual_comes_before_editor(katas, vim) -> None:
    environ = {"VISUAL": str(vim), "EDITOR": "/nowhere/ed", "TERM": "dumb"}
    assert katas("start", "twice", terminal=True, environ=environ).code == 0
    assert opened(katas)[-1].endswith("twice.py")


@pytest.mark.usefixtures("greet")
def test_without_an_editor_it_says_where_and_how_to_set_one(katas) -> None:
    result = katas("start", terminal=True, environ={"EDITOR": " ", "TERM": "dumb"})
    assert (result.code, result.err) == (0, "")
    assert "edit      exercises/01_first/01_greet/greet.py:3\n" in result.out
    assert "export EDITOR=" in result.out


@pytest.mark.usefixtures("greet")
def test_without_a_terminal_nothing_is_opened(katas, vim) -> None:
    result = katas("start", environ={"EDITOR": str(vim)})
    assert result.code == 0
    assert "edit      exercises/01_first/01_greet/greet.py:3\n" in result.out
    assert not (katas.course.root / "opened").exists()


def test_an_editor_that_is_missing_is_one_sentence(katas) -> None:
    result = start(katas, "/nowhere/vim")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("The editor '/nowhere/vim' cannot be started (No such file")
    assert result.err.endswith(" Set\nEDITOR to one that is installed.\n")


@pytest.mark.parametrize(
    ("source", "how"),
    [
        ("raise SystemExit(3)", "with exit code 3"),
        ("import os; os.kill(os.getpid(), 15)", "by signal 15"),
    ],
)
def test_an_editor_that_fails_is_one_line(source, how, katas, tmp_path) -> None:
    result = start(katas, program(tmp_path / "ed", source))
    assert (result.code, result.out) == (2, "")
    assert f"ended {how}." in result.err


def test_an_interrupt_is_the_editors_own_business(katas, tmp_path) -> None:
    source = "import os, signal; os.kill(os.getppid(), signal.SIGINT)"
    assert start(katas, program(tmp_path / "ed", source)).code == 0


def test_a_quote_that_is_never_closed_is_one_line(katas) -> None:
    result = start(katas, "vim 'x", variable="VISUAL")
    assert result.code == 2
    assert result.err == "VISUAL is no command that can be run (No closing quotation).\n"


def test_a_file_that_is_gone_is_said_with_what_brings_it_back(katas, greet, vim) -> None:
    greet.unlink()
    result = start(katas, vim)
    assert result.code == 2
    assert "greet.py is missing. `katas reset greet` puts the\nstub there." in result.err
