"""The files of a new kata: templates filled in, all of them written or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from string import Template

from grader.catalog import Kata
from grader.errors import UsageError
from grader.verify.files import chapter_page, settings

MISTAKES = ("nothing_returned", "one_after_the_other")
VARIANTS = ("two_tasks",)


def make(kata: Kata, function: str) -> tuple[Path, ...]:
    """Write the files of a new kata, whose learner completes `function`, and return their paths.

    Raises `UsageError` when one cannot be written, or is there already; then none is left.
    """
    texts = {path: _filled(template, kata, function) for path, template in _templates(kata)}
    _write(kata.root, texts.items())
    return tuple(texts)


def _templates(kata: Kata) -> Iterator[tuple[Path, str]]:
    """Yield each file, relative to the root, with its template. What makes it a kata comes last."""
    yield kata.reference, "reference.py"
    for kind, names in (("mistakes", MISTAKES), ("variants", VARIANTS)):
        for name in names:
            yield kata.reference.with_name(kind) / f"{name}.py", f"{name}.py"
    yield kata.suite, "suite.py"
    if not (kata.root / chapter_page(kata)).exists():
        yield chapter_page(kata), "chapter.md"
    yield kata.readme, "README.md"
    yield kata.stub, "stub.py"
    yield kata.pristine, "stub.py"
    yield kata.example, "example.py"
    yield settings(kata), "kata.toml"


def _filled(template: str, kata: Kata, function: str) -> str:
    place = files("grader.draft") / "templates" / f"{template}.template"
    text = Template(place.read_text(encoding="utf-8"))
    return text.substitute(slug=kata.slug, function=function)


def _write(root: Path, texts: Iterable[tuple[Path, str]]) -> None:
    made: list[Path] = []
    try:
        for path, text in texts:
            for folder in reversed((root / path).parents):
                if not folder.is_dir():
                    folder.mkdir()
                    made.append(folder)
            with (root / path).open("x", encoding="utf-8") as file:
                made.append(root / path)
                file.write(text)
    except BaseException as error:
        _remove(made)
        if isinstance(error, OSError):
            raise UsageError(
                f"{path} cannot be written ({error.strerror or error}). Nothing was made."
            ) from error
        raise


def _remove(made: list[Path]) -> None:
    for path in reversed(made):
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink()
