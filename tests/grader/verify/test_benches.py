"""Answers judged side by side get the verdicts they would get alone, in order."""

from __future__ import annotations

import threading

import pytest

from grader.errors import CourseError
from grader.json_line import to_json
from grader.verify.benches import Benches, processors


def answers(kata):
    paths = [kata.reference, *kata.mistakes.values(), *kata.variants.values(), kata.stub]
    return [(kata, kata.root / path) for path in paths * 2]


def test_on_many_benches_every_verdict_is_that_of_one(garden, sound):
    verdicts = []
    for count in (1, 2):
        with Benches(garden.course, [sound], count) as benches:
            verdicts.append([to_json(verdict) for verdict in benches.judge_all(answers(sound))])
    assert verdicts[0] == verdicts[1]


def test_as_many_are_made_as_there_are_processors(garden, sound):
    assert 1 <= len(Benches(garden.course, [sound])._runners) <= processors()


@pytest.mark.parametrize("count", [1, 2])
def test_a_broken_suite_comes_out_and_ends_it(count, garden, sound):
    (garden.root / sound.suite).unlink()
    with (
        pytest.raises(CourseError, match="nap"),
        Benches(garden.course, [sound], count) as benches,
    ):
        list(benches.judge_all(answers(sound)))


def test_an_interruption_waits_for_nothing_that_is_under_way(garden, sound):
    endless = garden.root / sound.mistakes["silent"]
    endless.write_text("async def nap(seconds):\n    while True:\n        pass\n")
    with pytest.raises(KeyboardInterrupt), Benches(garden.course, [sound], 2) as benches:
        paths = [garden.root / sound.reference, *[endless] * 9]
        next(benches.judge_all([(sound, path) for path in paths]))
        raise KeyboardInterrupt
    assert not [thread for thread in threading.enumerate() if "ThreadPool" in thread.name]


def test_whoever_wants_no_more_verdicts_waits_for_none(garden, sound):
    with Benches(garden.course, [sound], 2) as benches:
        coming = benches.judge_all(answers(sound) * 100)
        assert next(coming).solved
        coming.close()
