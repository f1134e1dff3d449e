"""The set-up scripts: no questions, no second installation, one line when it cannot be done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Stands for a Python: answers the probe, "makes" environments by copying itself, and logs pip.
FAKE_PYTHON = """\
#!/bin/sh
case "$1 $2" in
    "-c "*) echo "{answer} $0" ;;
    "-m venv") mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
    "-m pip") echo "$*" >>"$KATAS_TEST_LOG"; exit "${{KATAS_TEST_PIP:-0}}" ;;
esac
"""


class Checkout:
    """A folder with the set-up scripts, lock files and made-up Pythons on its PATH."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.log = root.parent / "log"
        self.bin = root.parent / "bin"
        self.bin.mkdir()
        shutil.copytree(ROOT / "scripts", root / "scripts")
        for name in ("requirements.lock", "requirements-dev.lock"):
            (root / name).write_text(f"# {name}\n")

    def add_python(self, name: str, answer: str = "ok 3.12.1", text: str = FAKE_PYTHON) -> Path:
        """Put an interpreter on the PATH that answers the probe with `answer`."""
        path = self.bin / name
        path.write_text(text.format(answer=answer))
        path.chmod(0o755)
        return path

    def run(self, *command: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Run a script of the checkout; only the made-up Pythons can be found."""
        # The system's tools are reached by links, so that no real Python is on the PATH.
        tools = self.bin.parent / "tools"
        if not tools.exists():
            tools.mkdir()
            for tool in ("sh", "cat", "cksum", "cp", "dirname", "ls", "mkdir", "rm"):
                (tools / tool).symlink_to(shutil.which(tool) or tool)
        path = {"PATH": f"{self.bin}:{tools}", "KATAS_TEST_LOG": str(self.log)}
        return subprocess.run(
            ["sh", *command],
            cwd=self.root,
            env=path | env,
            text=True,
            capture_output=True,
            start_new_session=True,  # Ctrl-C, where a test types it, is for the scripts alone
        )

    def set_up(self, lock: str = "requirements.lock", **env: str) -> int:
        """Run the set-up; return how often pip was called by it."""
        before = self.calls
        done = self.run("scripts/setup.sh", lock, **env)
        assert done.returncode == 0, done.stderr
        return self.calls - before

    @property
    def calls(self) -> int:
        return len(self.log.read_text().splitlines()) if self.log.exists() else 0


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    root = tmp_path / "a checkout"
    root.mkdir()
    return Checkout(root)


INSTALLED = 2  # pip runs twice: the lock, then this project


def test_a_first_run_installs_and_a_second_does_nothing(checkout: Checkout) -> None:
    checkout.add_python("python3")
    assert checkout.set_up() == INSTALLED
    again = checkout.run("scripts/setup.sh", "requirements.lock")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert checkout.calls == INSTALLED


def test_set_up_says_one_line_and_nothing_on_stdout(checkout: Checkout) -> None:
    checkout.add_python("python3")
    done = checkout.run("scripts/setup.sh", "requirements.lock")
    assert (done.stdout, done.stderr) == ("", "Setting up .venv (once) ...\n")


def test_the_dev_lock_is_added_and_holds_the_runtime_lock(checkout: Checkout) -> None:
    checkout.add_python("python3")
    checkout.set_up()
    (checkout.root / ".venv/kept").touch()
    assert checkout.set_up("requirements-dev.lock") == INSTALLED
    assert (checkout.root / ".venv/kept").exists()
    assert checkout.set_up() == 0


def test_a_changed_lock_is_installed_into_a_new_environment(checkout: Checkout) -> None:
    checkout.add_python("python3")
    checkout.set_up()
    (checkout.root / ".venv/stale").touch()
    (checkout.root / "requirements.lock").write_text("# changed\n")
    assert checkout.set_up() == INSTALLED
    assert not (checkout.root / ".venv/stale").exists()


def test_an_interrupted_set_up_is_done_again(checkout: Checkout) -> None:
    checkout.add_python("python3")
    failed = checkout.run("scripts/setup.sh", "requirements.lock", KATAS_TEST_PIP="1")
    assert failed.returncode == 2
    assert "Could not install requirements.lock" in failed.stderr
    assert checkout.set_up() == INSTALLED


def test_a_set_up_that_is_interrupted_says_so_in_a_line_and_no_traceback(
    checkout: Checkout,
) -> None:
    complains = "echo Traceback >&2; kill -INT 0"
    text = FAKE_PYTHON.replace('"-m venv")', f'"-m venv") {complains};')
    checkout.add_python("python3", text=text)
    done = checkout.run("scripts/setup.sh")
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr == (
        "Setting up .venv (once) ...\n\nStopped. The same command begins again.\n"
    )
    checkout.add_python("python3")
    assert checkout.set_up() == INSTALLED


def test_what_pip_says_is_shown_where_it_fails_and_only_there(checkout: Checkout) -> None:
    text = FAKE_PYTHON.replace('"-m pip")', '"-m pip") echo "so says pip";')
    checkout.add_python("python3", text=text)
    done = checkout.run("scripts/setup.sh", KATAS_TEST_PIP="1")
    assert (done.returncode, done.stdout) == (2, "")
    assert "so says pip\nerror: Could not install requirements.lock (see above)." in done.stderr
    assert "so says pip" not in checkout.run("scripts/setup.sh").stderr


def test_a_moved_checkout_is_set_up_again(checkout: Checkout) -> None:
    checkout.add_python("python3")
    checkout.set_up()
    checkout.root = checkout.root.rename(checkout.root.with_name("moved"))
    assert checkout.set_up() == INSTALLED


def test_another_python_than_the_one_asked_for_is_replaced(checkout: Checkout) -> None:
    checkout.add_python("python3")
    other = checkout.add_python("other")
    checkout.set_up()
    assert checkout.set_up(PYTHON=str(other)) == INSTALLED
    assert checkout.set_up(PYTHON=str(other)) == 0
    assert checkout.set_up() == 0


def test_a_vanished_interpreter_is_replaced(checkout: Checkout) -> None:
    checkout.add_python("python3")
    checkout.set_up()
    (checkout.root / ".venv/bin/python").unlink()
    assert checkout.set_up() == INSTALLED


def test_a_folder_of_somebody_else_is_left_alone(checkout: Checkout) -> None:
    checkout.add_python("python3")
    (checkout.root / "mine").mkdir()
    (checkout.root / "mine/thesis.txt").touch()
    done = checkout.run("scripts/setup.sh", "requirements.lock", VENV="mine")
    assert done.returncode == 2
    assert done.stderr.startswith("error: mine was not made by this set-up.")
    assert (checkout.root / "mine/thesis.txt").exists()


def test_a_stand_in_that_does_not_run_is_passed_over(checkout: Checkout) -> None:
    checkout.add_python("python3.13", text="#!/bin/sh\necho not here >&2\nexit 127\n")
    found = checkout.add_python("python3.11", "ok 3.11.7")
    done = checkout.run("scripts/find-python.sh")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{found}\n", "")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("old 3.9.2", "is too old. Install Python 3.11 or newer"),
        ("bare 3.11.2", "lacks venv. Install it"),
    ],
)
def test_a_python_that_will_not_do_gets_one_clear_line(
    checkout: Checkout, answer: str, reason: str
) -> None:
    checkout.add_python("python3", answer)
    done = checkout.run("scripts/setup.sh", "requirements.lock")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert reason in done.stderr
    assert not (checkout.root / ".venv").exists()


def test_a_machine_without_python_gets_one_clear_line(checkout: Checkout) -> None:
    done = checkout.run("scripts/find-python.sh")
    assert done.returncode == 2
    assert done.stderr.startswith("error: No Python found.")
    assert done.stderr.count("\n") == 1


def test_a_named_python_that_does_not_run_is_named(checkout: Checkout) -> None:
    checkout.add_python("python3")
    done = checkout.run("scripts/find-python.sh", PYTHON="/no/such/python")
    assert done.returncode == 2
    assert "/no/such/python does not run" in done.stderr


def test_a_real_python_is_found_by_its_real_path(checkout: Checkout) -> None:
    done = checkout.run("scripts/find-python.sh", PYTHON=sys.executable)
    assert done.stdout == f"{os.path.realpath(sys.executable)}\n"


def test_a_real_python_without_ensurepip_is_refused(checkout: Checkout, tmp_path: Path) -> None:
    (tmp_path / "ensurepip.py").write_text("raise ImportError\n")
    done = checkout.run("scripts/find-python.sh", PYTHON=sys.executable, PYTHONPATH=str(tmp_path))
    assert done.returncode == 2
    assert "lacks venv" in done.stderr
