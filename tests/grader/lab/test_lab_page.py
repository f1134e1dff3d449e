"""Every example of docs/lab.md runs, and its fixture works in a project that is not this one."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "lab.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)
FILES = {block.split()[1]: block for block in BLOCKS if block.startswith("# ")}
EXAMPLES = [block for block in BLOCKS if not block.startswith("# ")]


def test_the_page_has_examples_and_files():
    assert len(EXAMPLES) >= 6
    assert set(FILES) == {"test_plain.py", "conftest.py", "test_coroutines.py", "plugin.py"}


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_runs_as_it_stands(number):
    assert "assert" in EXAMPLES[number]
    exec(compile(EXAMPLES[number], f"example {number}", "exec"), {"__name__": "example"})


@pytest.fixture
def project(tmp_path):
    """Write the files of the page into a folder of their own, as somebody who follows it would."""
    (tmp_path / "pytest.ini").write_text(
        "[pytest]\nfilterwarnings = error\nasyncio_default_fixture_loop_scope = function\n"
    )
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def pytest_in(project, *options):
    environment = os.environ | {"PYTHONPATH": f"{ROOT}:{project}", "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("PYTEST_ADDOPTS", None)
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
    )


def test_the_fixture_works_in_a_fresh_project(project):
    done = pytest_in(project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 passed" in done.stdout


def test_the_fixture_is_as_short_as_the_page_says():
    lines = [line for line in FILES["conftest.py"].splitlines() if line.strip()]
    assert len(lines[2:]) == 5  # after the file's name and `import pytest`


def test_the_hook_makes_the_loops_of_a_fresh_project(project):
    (project / "test_limit.py").write_text(
        "import asyncio, pytest\n\n"
        "@pytest.mark.asyncio\n"
        "async def test_that_takes_too_long():\n"
        "    await asyncio.sleep(1e9)\n"
    )
    done = pytest_in(project, "-p", "plugin")
    assert done.returncode == 1
    assert "EndlessError" in done.stdout
    assert "1 failed, 3 passed" in done.stdout


def test_a_test_that_stands_still_is_told_in_a_fresh_project(project):
    (project / "test_stuck.py").write_text(
        "import asyncio, pytest\n\n"
        "@pytest.mark.asyncio\n"
        "async def test_that_never_ends():\n"
        "    await asyncio.Event().wait()\n"
    )
    done = pytest_in(project)
    assert done.returncode == 1
    assert "DeadlockError" in done.stdout
    assert "1 failed, 3 passed" in done.stdout
