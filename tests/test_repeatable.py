"""A verdict is a function of the code alone: the same on a busy machine, in any order, every time.

`make soak` asks for 100 rounds: `pytest tests/test_repeatable.py --rounds 100`.
"""

from __future__ import annotations

import multiprocessing
import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from grader.catalog import Course, find_course
from grader.json_line import to_json
from grader.runner import Runner

SEED = 20261123  # of the order in which katas are judged


def _burn() -> None:
    while True:
        pass


@contextmanager
def busy_cores() -> Iterator[None]:
    """Keep every core busy with something else during the block."""
    context = multiprocessing.get_context("spawn")
    burners = [context.Process(target=_burn, daemon=True) for _ in range(os.cpu_count() or 1)]
    for burner in burners:
        burner.start()
    try:
        yield
    finally:
        for burner in burners:
            burner.kill()
            burner.join()


def in_random_order(course: Course, rounds: int) -> Iterator[tuple[str, Path]]:
    """Yield each kata's id and reference `rounds` times, shuffled."""
    pairs = [(kata.id, course.root / kata.reference) for kata in course.katas] * rounds
    random.Random(SEED).shuffle(pairs)
    return iter(pairs)


@pytest.mark.timeout(1200)  # real seconds; two busy cores share their time with it
def test_every_reference_gets_the_same_verdict_every_time(request):
    course = find_course(Path(__file__).parent)
    rounds = request.config.getoption("--rounds")
    verdicts: dict[str, set[bytes]] = {kata.id: set() for kata in course.katas}
    judged = 0
    with busy_cores(), Runner(course, course.katas) as runner:
        for kata_id, path in in_random_order(course, rounds):
            verdict = runner.judge(course.find(kata_id), path)
            assert verdict.status == "pass", verdict
            verdicts[kata_id].add(to_json(verdict))
            judged += 1
    assert {kata_id: len(different) for kata_id, different in verdicts.items()} == dict.fromkeys(
        verdicts, 1
    )
    print(f"{judged:,} verdicts on {len(verdicts)} katas, each kata's all equal")
