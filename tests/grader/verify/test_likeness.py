"""What a kata's own answers would be told as, by their source alone."""

from __future__ import annotations

from grader.verify.likeness import misleading

BY_NAME = '''"""Tells a nap by the names of two variables."""

import asyncio


async def nap(seconds):
    first, second = "rested", "tired"
    await asyncio.sleep(seconds)
    return {}
'''


def test_a_sound_kata_misleads_nobody(sound):
    assert list(misleading(sound)) == []


def test_a_right_answer_that_looks_like_a_mistake_is_named(garden, sound):
    def program(more):
        body = ["await asyncio.sleep(0)"] * 60 + list(more)
        return BY_NAME.format("first").replace("return", "\n    ".join([*body, "return"]))

    (garden.root / sound.reference).write_text(program(""))
    (garden.root / sound.mistakes["silent"]).write_text(program("1"))
    (garden.root / sound.variants["sleep_says_it"]).write_text(program("123"))
    (told,) = misleading(garden.course.find("nap"))
    assert told.endswith("sleep_says_it.py is right and looks like the mistake 'silent'.")


def test_two_variables_that_changed_places_are_left_to_the_checks(garden, sound):
    (garden.root / sound.variants["sleep_says_it"]).write_text(BY_NAME.format("first"))
    (garden.root / sound.mistakes["silent"]).write_text(BY_NAME.format("second"))
    assert list(misleading(garden.course.find("nap"))) == []
