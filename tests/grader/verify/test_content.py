"""What can be seen of a kata without running it."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.verify.content import defects

PLACES = {
    "stub": "exercises/01_rest/01_nap/nap.py",
    "example": "exercises/01_rest/01_nap/example.py",
    "settings": "exercises/01_rest/01_nap/kata.toml",
    "task": "exercises/01_rest/01_nap/README.md",
    "chapter": "exercises/01_rest/README.md",
    "reference": "solutions/01_rest/01_nap/nap.py",
    "mistake": "solutions/01_rest/01_nap/mistakes/silent.py",
    "variant": "solutions/01_rest/01_nap/variants/sleep_says_it.py",
    "suite": "tests/suites/01_rest/test_nap.py",
    "pristine": "exercises/01_rest/01_nap/.stub.py",
}

CHANGES = [
    ("settings", "points = 4", "points = 0", "points must be a whole number"),
    ("settings", "points = 4", "points = 4\nstretch = 1", "stretch must be true or false"),
    ("settings", '"Who waits?", ', "", "2 hints"),
    ("settings", '"Who waits?"', '" "', "2 hints"),
    ("settings", "hints = [", 'hints = ["One more?", ', "4 hints"),
    ("settings", "hints = [", "hints = 3 # [", "hints must be a list"),
    ("settings", "https://docs", "docs", "is not a link"),
    ("settings", "https://", "http://", "is not a link"),
    ("settings", "#asyncio.sleep", " or so", "is not a link"),
    ("settings", "docs = [", "pages = [", "no page of documentation"),
    ("settings", "tags", "labels", "no `tags`"),
    ("settings", "points = 4", "points =", "cannot be read"),
    ("task", "# Nap", "Nap", "README.md does not begin with a title"),
    ("chapter", "# Rest", "Rest", "README.md does not begin with a title"),
    ("stub", '"""Take a nap."""', "", "nap.py has no docstring"),
    ("reference", '"""Take a nap."""', "", "nap.py has no docstring"),
    ("mistake", '"""', "#", "silent.py has no docstring"),
    ("variant", '"""', "#", "sleep_says_it.py has no docstring"),
    ("suite", '"""A nap', 'assert 1, """A nap', "test_nap.py has no docstring"),
    ("mistake", "async def nap", "async deaf nap", "silent.py does not parse"),
    ("stub", "# TODO: sleep.", "", "0 TODOs"),
    ("stub", "# TODO: sleep.", "# TODO: sleep. TODO: wake up.", "2 TODOs"),
    ("stub", "seconds: float", "seconds: int", "the stub offers async def nap(seconds: int)"),
    ("stub", "-> str", "-> bytes", "the stub offers async def nap(seconds: float) -> bytes"),
    ("stub", "async def", "def", "the stub offers def nap"),
    ("stub", "raise NotImplementedError", "yield", "(async generator)"),
    ("stub", "async def nap", "async def snooze", "the stub offers nothing"),
    ("reference", "import asyncio", "class Bed: ...\nimport asyncio", "the reference class Bed()"),
    ("suite", '    """Whoever has slept says so."""\n', "", "test_it_says_so has no docstring"),
    ("suite", ", two_seconds.explain(2.0)", "", "an assert without a message"),
    ("suite", '@catches("silent")', "@catches()", "test_it_says_so catches no mistake"),
    ("suite", '@catches("silent")\n', "", "test_it_says_so catches no mistake"),
    ("suite", '@catches("silent")', '@catches("silent ghost")', "catches 'ghost'"),
    ("suite", '"blocking",\n}', '"blocking ghost"}', "'ghost', and there is no such file"),
    ("suite", '"blocking",\n}', '""}', "No check claims to catch the mistake 'blocking'"),
    ("suite", '@catches("silent")', '@catches("sil" + "ent")', "as one plain text"),
    ("suite", '@catches("silent")', '@catches("silent", "sleepless")', "as one plain text"),
    ("suite", '"blocking",\n}', '"".join(["blocking"])}', "written out"),
    ("suite", '"blocking",\n}', '("blocking",)}', "written out"),
    ("task", "# Nap", "# TODO(author): a title", "README.md:1: still to be written: a title."),
    ("settings", '"Who waits?"', '"TODO(author): ask."', "still to be written: ask."),
    ("mistake", '"""', '"""TODO(author)', "silent.py:1: still to be written"),
    ("stub", "# TODO: sleep.", "# TODO(author): sleep.", "0 TODOs"),
    ("suite", "(kata)", "(kata, drawn)", "two_seconds asks for `drawn`; there are kata, draw"),
    ("pristine", "TODO", "TO DO", "is not a copy of the stub"),
]  # fmt: skip


def test_a_sound_kata_has_no_defects(sound):
    assert list(defects(sound)) == []


@pytest.mark.parametrize(("place", "old", "new", "sentence"), CHANGES)
def test_a_defect_is_named(garden, place, old, new, sentence):
    kata = garden.plant("nap")
    garden.change(Path(PLACES[place]), old, new)
    told = list(defects(kata))
    assert any(sentence in problem for problem in told), told


@pytest.mark.parametrize(
    "place", [place for place in PLACES if place not in ("mistake", "variant")]
)
def test_a_missing_file_is_named(garden, place):
    kata = garden.plant("nap")
    (garden.root / PLACES[place]).unlink()
    told = list(defects(kata))
    assert any(Path(PLACES[place]).name in problem for problem in told), told


@pytest.mark.parametrize("place", ["stub", "reference", "mistake", "variant", "task"])
def test_bytes_that_are_no_text_are_named(garden, place):
    kata = garden.plant("nap")
    (garden.root / PLACES[place]).write_bytes(b"\xff\xfe\x00")
    told = list(defects(kata))
    assert any("missing or not UTF-8" in problem for problem in told), told
