"""The lock files: whole, the same everywhere, and free of anybody's package index."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = sorted(path.name for path in ROOT.glob("requirements*.lock"))
_PIN = re.compile(r"^([a-z0-9._-]+)==(\S+)( ; .+?)? \\$", re.MULTILINE)


def pins(lock: str) -> dict[str, str]:
    """Return version and marker of each package of a lock."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {name: version + marker for name, version, marker in _PIN.findall(text)}


def names(requirements: list[str]) -> set[str]:
    """Return the package names of requirements such as `rich>=14,<16`."""
    return {re.split(r"[<>=!~ \[]", each, maxsplit=1)[0] for each in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_no_machine(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|/(root|home|opt|Users)/", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    packages = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(packages) == len(pins(lock)) > 0
    assert all("--hash=sha256:" in package for package in packages)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_lock_holds_the_runtime_lock_whole(lock: str) -> None:
    runtime = pins("requirements.lock")
    held = {name: pin.split(" ; ")[0] for name, pin in pins(lock).items()}
    assert {name: held.get(name) for name in runtime} == {
        name: pin.split(" ; ")[0] for name, pin in runtime.items()
    }


def test_every_direct_dependency_is_locked_and_bounded() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project, extras = settings["project"], settings["project"]["optional-dependencies"]
    build = settings["dependency-groups"]["build"]
    wanted = {
        "requirements.lock": project["dependencies"] + build,
        "requirements-dev.lock": extras["dev"],
        "requirements-bench.lock": extras["bench"],
        "requirements-conformance.lock": extras["conformance"],
    }
    for lock, requirements in wanted.items():
        assert names(requirements) <= set(pins(lock))
        assert all(">=" in each and "<" in each for each in requirements)


def test_looptime_is_never_installed_beside_the_tests() -> None:
    assert "looptime" not in pins("requirements-dev.lock")


def test_the_tests_of_anyio_are_of_the_version_that_is_locked() -> None:
    """Its source distribution is had by the hash that stands in the lock."""
    from tests.conformance.sources import pin_of

    version, requirement = pin_of("anyio")
    assert pins("requirements-conformance.lock")["anyio"] == version
    assert requirement.startswith(f"anyio=={version} \\\n    --hash=sha256:")
