"""The examples and the predictions of the course run, and do what a learner is told of them."""

from __future__ import annotations

import io
import runpy
import sys
import tomllib
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from grader import lab
from grader.catalog import Course

COURSE = Course(Path(__file__).parents[1])
EXERCISES = COURSE.root / "exercises"
CHAPTERS = sorted(EXERCISES.glob("*/README.md"))
PREDICTIONS = sorted(EXERCISES.glob("*/predict/*.py"))
LONGEST_EXAMPLE_SECONDS = 8  # it runs in real time, too
LONGEST_PREDICTION_LINES = 25  # it has to fit into a head
PRINTED_LINES = range(3, 8)

each_kata = pytest.mark.parametrize("kata", COURSE.katas, ids=lambda kata: kata.id)
each_prediction = pytest.mark.parametrize(
    "program", PREDICTIONS, ids=lambda path: f"{path.parts[-3]}/{path.stem}"
)


@dataclass(frozen=True)
class Played:
    """What a program printed, and when it ended, in virtual seconds; None: never."""

    lines: tuple[str, ...]
    end: float | None


def plays(program: Path) -> set[Played]:
    """Run a program's `main` under every schedule, and return the ways in which it can go."""
    seen = set()
    said = io.StringIO()

    async def main() -> None:
        said.seek(0)
        said.truncate()
        with redirect_stdout(said):
            await runpy.run_path(str(program))["main"]()

    for outcome in lab.run_schedules(main):
        if not isinstance(outcome.error, lab.DeadlockError):
            outcome.result()
        end = None if outcome.error else outcome.makespan
        seen.add(Played(tuple(said.getvalue().splitlines()), end))
    return seen


@each_kata
def test_an_example_runs_with_the_reference(kata, tmp_path, monkeypatch):
    """In a folder of its own, as a learner's example stands beside the learner's file."""
    for path in (kata.example, kata.reference):
        (tmp_path / path.name).write_bytes((COURSE.root / path).read_bytes())
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, kata.slug, raising=False)
    try:
        for played in plays(tmp_path / kata.example.name):
            assert len(played.lines) > 1
            assert played.end is not None and played.end <= LONGEST_EXAMPLE_SECONDS
    finally:
        sys.modules.pop(kata.slug, None)


@each_kata
def test_an_example_says_at_its_head_what_to_watch_for(kata):
    head = (COURSE.root / kata.example).read_text(encoding="utf-8").splitlines()[0]
    assert head.startswith('"""') and head.endswith('."""')
    assert "watch" in head.lower()


@pytest.mark.parametrize("page", CHAPTERS, ids=lambda page: page.parent.name)
def test_every_chapter_has_something_to_predict(page):
    assert list(page.parent.glob("predict/*.py"))


@each_prediction
# What is forgotten is worth predicting, too, and Python warns of it on stderr.
@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning")
def test_a_prediction_has_one_right_answer(program):
    (played,) = plays(program)
    lines = list(played.lines)
    assert len(lines) in PRINTED_LINES
    assert len(set(lines)) == len(lines)
    assert lines != sorted(lines)  # the order in which they are shown to be put in order


@each_prediction
def test_a_prediction_is_short_and_leaves_the_words_to_its_toml(program):
    text = program.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_PREDICTION_LINES
    assert text.startswith("import asyncio\n")
    assert text.endswith('if __name__ == "__main__":\n    asyncio.run(main())\n')
    words = tomllib.loads(program.with_suffix(".toml").read_text(encoding="utf-8"))
    assert list(words) == ["title", "about", "after"]
    assert all(word.strip() for word in words.values())


def test_only_promised_orders_count_as_one_answer(tmp_path):
    """Two that are due at the same moment are a tie, and no prediction."""
    tie = tmp_path / "tie.py"
    tie.write_text(
        "import asyncio\n"
        "async def say(word):\n"
        "    await asyncio.sleep(1)\n"
        "    print(word)\n"
        "async def main():\n"
        "    await asyncio.gather(say('one'), say('two'))\n",
        encoding="utf-8",
    )
    assert plays(tie) == {Played(("one", "two"), 1), Played(("two", "one"), 1)}
