"""`try` shows what a program does with the learner's file; it judges and remembers nothing."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

EXAMPLE = """
import asyncio
from greet import greet

async def main():
    print("begins")
    print(await greet(2))

if __name__ == "__main__":
    asyncio.run(main())
"""

RIGHT = """
import asyncio

async def wait(number):
    await asyncio.sleep(number)

async def greet(number):
    await asyncio.gather(wait(number), wait(number / 8))
    return f"hello {number}"
"""


TO_WRITE = """
async def greet(number):
    # TODO: greet.
    raise NotImplementedError
"""


@pytest.fixture
def folder(three):
    """The folder of the first kata, with an example."""
    folder = (three.root / three.katas[0].stub).parent
    (folder / ".stub.py").write_text((folder / "greet.py").read_text())
    (folder / "example.py").write_text(EXAMPLE)
    return folder


def write(folder: Path, source: str) -> None:
    (folder / "greet.py").write_text(source)


def test_lines_have_their_times_and_calls_their_bars(katas, folder):
    write(folder, RIGHT)
    result = katas("try", "greet")
    assert (result.code, result.err) == (0, "")
    assert "  0.00 s  begins\n  2.00 s  hello 2\nended after 2 s\n" in result.out
    assert re.search(r"greet\(2\) ├─+┤\n", result.out)
    assert "katas try greet --real" in result.out
    assert katas.runner.asked == [] and not (katas.course.root / ".katas").exists()


def test_a_stub_is_told_kindly_and_where_to_write(katas, folder):
    write(folder, TO_WRITE)
    out = katas("try").out
    assert "greet.py is not written yet" in out
    assert "edit      exercises/01_first/01_greet/greet.py:3\n" in out, "the line of the TODO"
    assert "ended" not in out and "Traceback" not in out


def test_a_stub_inside_an_exception_group_is_one_too(katas, folder):
    grouped = EXAMPLE.replace(
        "    print(await greet(2))",
        "    async with asyncio.TaskGroup() as group:\n        group.create_task(greet(2))",
    )
    (folder / "example.py").write_text(grouped)
    assert "greet.py is not written yet" in katas("try", "greet").out


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("async def greet(number):\n    return 1 / 0", "ZeroDivisionError: division by zero"),
        ("async def greet(number:", "greet.py:1"),
        ("", "greet.py is empty"),
        ("import asyncio\nasync def greet(number):\n    await asyncio.Event().wait()", "Deadlock"),
        ("import sys\nasync def greet(number):\n    sys.exit()", "sys.exit"),
    ],
)
def test_what_goes_wrong_is_a_sentence_with_its_line(katas, folder, source, told):
    write(folder, source)
    result = katas("try", "greet")
    assert result.code == 0
    assert told in " ".join(result.out.split())
    assert ("not begun" in result.out) == ("greet.py" in told)
    assert "Traceback" not in result.out


def test_what_nobody_awaited_is_said(katas, folder):
    write(folder, "async def greet(number):\n    say()\n\nasync def say(): ...\n")
    assert "`say(...)` (greet.py:2) was never awaited." in katas("try", "greet").out


def test_a_missing_example_is_wrong_use(katas):
    result = katas("try", "greet")
    assert (result.code, result.out) == (2, "")
    name = "exercises/01_first/01_greet/example.py"
    assert result.err == f"{name} is missing. `git checkout -- '{name}'` brings it back.\n"


@pytest.mark.parametrize("command", ["try", "diff"])
def test_a_file_that_is_gone_is_said_with_what_brings_it_back(katas, folder, command):
    reference = katas.course.root / katas.course.katas[0].reference
    reference.parent.mkdir(parents=True)
    reference.write_text(RIGHT)
    (folder / "greet.py").unlink()
    result = katas(command, "greet")
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("greet.py is missing. `katas reset greet` puts the stub there.\n")


@pytest.mark.parametrize(
    ("source", "edit", "calls"),
    [
        (RIGHT, "greet.py", "katas try greet --real    katas check greet"),
        ("async def greet(number:", "greet.py:1", "katas try greet    katas check greet"),
        ("", "greet.py", "katas reset greet    katas try greet"),
        (
            "import asyncio\nasync def greet(number):\n    await asyncio.Event().wait()",
            "greet.py:3",
            "katas try greet    katas check greet",
        ),
    ],
)
def test_it_ends_with_the_line_and_what_to_type_real_time_only_where_it_ended(
    katas, folder, source, edit, calls
):
    write(folder, source)
    out = katas("try", "greet").out
    assert f"edit      exercises/01_first/01_greet/{edit}\n" in out
    assert out.endswith(f"next      {calls}\n")


def test_in_ascii_the_page_is_ascii(katas, folder):
    write(folder, RIGHT.replace("hello", "h\\u00e9"))
    assert katas("try", "greet", encoding="ascii").out.isascii()


def test_without_colour_a_terminal_gets_none(katas, folder):
    write(folder, RIGHT)
    assert "\x1b[" in katas("try", "greet", terminal=True).out
    assert "\x1b[" not in katas("try", "greet", terminal=True, environ={"NO_COLOR": "1"}).out


# In real time


def real(folder: Path, **options) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "grader", "try", "greet", "--real"]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command, cwd=folder, env=environ, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options,
    )  # fmt: skip


def test_in_real_time_it_prints_by_itself_and_is_compared(folder):
    write(folder, RIGHT.replace("asyncio.sleep(number)", "asyncio.sleep(number / 100)"))
    out, err = real(folder).communicate()
    assert err == ""
    assert out.startswith("begins\nhello 2\n")
    assert re.search(r"It took \d+\.\d s of real time; in the lab, 0.02 s of virtual time", out)


def test_in_real_time_an_error_is_pythons_own_and_begins_in_the_program(folder):
    write(folder, "async def greet(number):\n    return 1 / 0\n")
    out, err = real(folder).communicate()
    lines = err.splitlines()
    assert lines[-1] == "ZeroDivisionError: division by zero"
    assert "example.py" in lines[1]
    assert "in the lab it does not come to its end" in " ".join(out.split())


def test_ctrl_c_ends_it_after_its_clean_up_and_leaves_no_process(folder):
    write(
        folder,
        "import asyncio, os\nasync def greet(number):\n    print(os.getpid())\n"
        "    try:\n        await asyncio.sleep(60)\n    finally:\n        print('cleaned up')\n",
    )
    process = real(folder)
    assert process.stdout.readline() == "begins\n"
    child = int(process.stdout.readline())
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, out) == (130, "cleaned up\n")
    assert "Traceback" not in err
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_in_real_time_what_the_program_started_ends_with_it(folder):
    write(
        folder,
        "import subprocess\nasync def greet(number):\n    subprocess.Popen(['sleep', '1000'])\n",
    )
    out, _ = real(folder).communicate()  # would wait for a process that still holds the pipe
    assert out.startswith("begins\nNone\n")
