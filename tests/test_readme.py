"""The README's screens are those of the grader.

The course grows, so what the first line of a screen counts is not compared.
"""

from __future__ import annotations

import re
from pathlib import Path

from grader.catalog import Course, Kata
from grader.report.advice import Advice
from grader.report.gist import gist, line_to_write
from grader.report.judged import Judged, Session
from grader.report.paper import Paper
from grader.report.terminal import overview
from grader.runner import Runner
from grader.verdict import Verdict

COURSE = Course(Path(__file__).parents[1])
FIRST, *OTHERS = COURSE.katas
TEMPTING = '''\
"""First await: wait without standing in anybody's way."""

import time


async def greet(name: str, seconds: float) -> str:
    """Return "hello, <name>" after `seconds`; do not block the event loop."""
    time.sleep(seconds)
    return f"hello, {name}"
'''


def printed() -> list[str]:
    """Return the screens that the README shows, without what they count."""
    page = (COURSE.root / "README.md").read_text(encoding="utf-8")
    screens = re.findall(r"^```\n(\[[#>.]+\] .+?)^```$", page, flags=re.MULTILINE | re.DOTALL)
    return list(map(without_counts, screens))


def without_counts(screen: str) -> str:
    head, _, rest = screen.partition("\n")
    assert re.fullmatch(r"\[[#>.]+\] \d+/\d+  score [\d.]+ %", head), head
    return rest


def seen(answer: Path) -> str:
    """Return the screen of somebody who has written this for the first kata, and nothing else."""
    with Runner(COURSE, [FIRST]) as runner:
        first = runner.judge(FIRST, answer)
    others = [Verdict(kata.id, "fail", 0, kata.points, (), not_started=True) for kata in OTHERS]
    items = [judged(*each) for each in zip(COURSE.katas, [first, *others], strict=True)]
    return without_counts(overview(Session(items, Advice(make=True)), Paper()))


def judged(kata: Kata, verdict: Verdict) -> Judged:
    stub = (COURSE.root / kata.pristine).read_text(encoding="utf-8")
    return Judged(
        kata,
        verdict,
        kata.stub.as_posix(),
        kata.readme.as_posix(),
        gist(stub, kata.filename),
        to_write=line_to_write(stub),
    )


def test_the_first_screen_is_what_a_newcomer_sees() -> None:
    assert printed()[0] == seen(COURSE.root / FIRST.pristine)


def test_the_second_screen_is_what_time_sleep_is_told(tmp_path: Path) -> None:
    answer = tmp_path / FIRST.filename
    answer.write_text(TEMPTING, encoding="utf-8")
    assert printed()[1] == seen(answer)
