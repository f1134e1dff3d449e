"""Whose tests are run: the interpreter's own, and those of anyio's source distribution."""

from __future__ import annotations

import importlib.util
import pkgutil
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
INSIDE = Path(__file__).with_name("inside")
LOCK = ROOT / "requirements-conformance.lock"
CACHE = Path(sys.prefix) / "sources"  # in an environment that git ignores


class CannotBeHadError(Exception):
    """These tests are not here and cannot be brought here; its text says why."""


@dataclass(frozen=True)
class Part:
    """A file of tests: its name, the program that runs it, and the kinds it is run on.

    In the program, `KIND` stands for the kind of loop; results and tests are appended to it.
    """

    name: str
    program: tuple[str, ...]
    kinds: tuple[str, ...]

    def on(self, kind: str) -> list[str]:
        """Return the command for a kind of loop."""
        return [word.replace("KIND", kind) for word in self.program]


def stdlib(package: str = "test.test_asyncio") -> Iterator[Part]:
    """Yield the modules of the interpreter's own asyncio tests.

    Raises CannotBeHadError where the interpreter comes without them.
    """
    try:
        found = importlib.util.find_spec(package)
    except ModuleNotFoundError:
        found = None
    if found is None:
        raise CannotBeHadError(f"this interpreter does not ship {package}")
    for module in pkgutil.iter_modules(found.submodule_search_locations):
        if module.name.startswith("test_"):
            program = (str(INSIDE / "on_stdlib.py"), "KIND", f"{package}.{module.name}")
            yield Part(module.name, program, ("loop", "world"))


def anyio() -> Iterator[Part]:
    """Yield the test files of the locked version of anyio, from its source distribution.

    They are run in a world only: the loop alone does not hear of the threads that anyio starts.
    Raises CannotBeHadError where there is no package index, for example.
    """
    if importlib.util.find_spec("trustme") is None:
        raise CannotBeHadError("the packages that its tests need are not installed")
    folder = _source_of("anyio")
    for file in sorted(folder.glob("tests/**/test_*.py")):
        name = str(file.relative_to(folder))
        program = (str(INSIDE / "on_anyio.py"), "KIND", str(folder), name)
        yield Part(f"anyio/{name.removeprefix('tests/')}", program, ("world",))


SOURCES = {"stdlib": stdlib, "anyio": anyio}


def pin_of(package: str) -> tuple[str, str]:
    """Return the locked version of a package, and the line and hashes that ask pip for it.

    Raises CannotBeHadError when the lock does not name it.
    """
    pin = re.search(rf"^{package}==(\S+) (.*\n)(    --hash.*\n)+", LOCK.read_text(), re.MULTILINE)
    if pin is None:
        raise CannotBeHadError(f"{LOCK.name} does not name it")
    return pin[1], pin[0]


def _source_of(package: str) -> Path:
    """Return the unpacked source distribution of a package, in the version that is locked."""
    version, requirement = pin_of(package)
    folder = CACHE / f"{package}-{version}"
    if not folder.exists():
        CACHE.mkdir(exist_ok=True)
        with TemporaryDirectory(dir=CACHE) as scratch:
            with tarfile.open(_download(requirement, package, Path(scratch))) as archive:
                archive.extraction_filter = getattr(tarfile, "data_filter", None)  # from 3.11.4
                archive.extractall(scratch)
            Path(scratch, folder.name).rename(folder)
    return folder


def _download(requirement: str, package: str, folder: Path) -> Path:
    requirements = folder / "requirements.txt"
    requirements.write_text(requirement, encoding="utf-8")
    command = f"download --quiet --no-deps --require-hashes --no-binary {package}".split()
    options = ["--disable-pip-version-check", "--no-input", "--dest", str(folder)]
    done = subprocess.run(
        [sys.executable, "-m", "pip", *command, *options, "--requirement", str(requirements)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    archives = list(folder.glob("*.tar.gz"))
    if not archives:
        told = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        raise CannotBeHadError(f"no source distribution: {(told or ['pip said nothing'])[-1]}")
    return archives[0]
