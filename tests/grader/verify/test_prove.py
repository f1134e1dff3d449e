"""What shows only when the programs of a kata run: one kata per defect, all proven in one go."""

from __future__ import annotations

import pytest

from grader.verify import verify

SAYS_SO = "test_it_says_so"
REFERENCE = '''"""Looks like a mistake, and is none."""

import asyncio


async def nap(seconds: float) -> str:
    await asyncio.sleep(seconds)
    return "rested"
'''


def stub_passes(garden, kata):
    garden.change(kata.stub, "raise NotImplementedError", 'return "rested"')


def stub_breaks(garden, kata):
    garden.change(kata.stub, '"""Take a nap."""', '"""Take a nap."""\nimport nowhere')


def reference_fails(garden, kata):
    garden.change(kata.reference, '"rested"\n', '"tired"\n')


def reference_fails_a_broken_check(garden, kata):
    garden.change(kata.suite, "two_seconds.value", "two_seconds.valu")
    (garden.root / kata.variants["sleep_says_it"]).unlink()


def mistake_passes(garden, kata):
    (garden.root / kata.mistakes["silent"]).write_text(REFERENCE)


def mistake_fails_more(garden, kata):
    garden.change(kata.mistakes["sleepless"], 'return "rested"', "return None")


def mistake_fails_less(garden, kata):
    garden.change(kata.suite, '@catches("silent")', '@catches("silent sleepless")')


def check_cannot_fail(garden, kata):
    garden.change(kata.suite, 'two_seconds.value == "rested"', "two_seconds.value != 1")


def mistake_in_a_free_check_passes(garden, kata):
    garden.change(kata.mistakes["blocking"], "time.sleep(seconds)", "await asyncio.sleep(seconds)")
    garden.change(kata.mistakes["blocking"], "import time", "import asyncio")


def mistake_is_told_as_another(garden, kata):
    twin = garden.root / kata.mistakes["silent"].with_name("another.py")
    twin.write_text((garden.root / kata.mistakes["silent"]).read_text())
    garden.change(kata.suite, '@catches("silent")', '@catches("silent another")')


def variant_is_rejected(garden, kata):
    garden.change(kata.variants["sleep_says_it"], '"rested")', '"refreshed")')


def stray_file(garden, kata):
    (garden.root / kata.stub.with_name("spare.py")).write_text("")


def sound(garden, kata):
    pass


EXPECTED = {
    sound: [],
    stub_passes: ["The stub gets", "passes test_free_comes", "not recognised"],
    stub_breaks: ["The stub cannot be judged"],
    reference_fails: [f"The reference fails {SAYS_SO} (Expected rested, got tired"],
    reference_fails_a_broken_check: [f"The reference fails {SAYS_SO}"],
    mistake_passes: [
        "'silent' fails nothing",
        f"'silent' is claimed by {SAYS_SO}, and passes",
        "'silent' is not recognised",
    ],
    mistake_fails_more: [
        f"'sleepless' fails {SAYS_SO}, which does not claim it",
        "'sleepless' is not recognised",
    ],
    mistake_fails_less: [f"'sleepless' is claimed by {SAYS_SO}, and passes"],
    check_cannot_fail: [f"'silent' is claimed by {SAYS_SO}, and passes"],
    mistake_in_a_free_check_passes: ["'blocking' is claimed by test_free_loop_never_blocked"],
    mistake_is_told_as_another: ["'silent' is told as 'another'"],
    variant_is_rejected: [f"'sleep_says_it' is right and fails {SAYS_SO} (Expected rested"],
    stray_file: ["spare.py belongs to no kata"],
}  # fmt: skip


@pytest.fixture(scope="module")
def proofs(make_garden):
    garden = make_garden()
    for change in EXPECTED:
        change(garden, garden.plant(change.__name__))
    return {proof.kata.slug: proof for proof in verify(garden.course, garden.course.katas)}


@pytest.mark.parametrize("change", EXPECTED, ids=lambda change: change.__name__)
def test_a_defect_is_found(proofs, change):
    problems = proofs[change.__name__].problems
    missing = [told for told in EXPECTED[change] if not any(told in each for each in problems)]
    assert (missing, bool(problems)) == ([], bool(EXPECTED[change])), problems


def test_while_the_reference_fails_nothing_is_said_of_mistakes(proofs):
    (only,) = proofs["reference_fails_a_broken_check"].problems
    assert only.startswith(f"The reference fails {SAYS_SO} (The course's check")
    assert proofs["reference_fails_a_broken_check"].mistakes_caught < 3


def test_a_sound_kata_is_proven_and_counted(proofs):
    proof = proofs["sound"]
    assert proof.ok
    assert (proof.checks, proof.mistakes, proof.variants) == (8, 3, 1)
    assert (proof.mistakes_caught, proof.variants_accepted) == (3, 1)


def test_what_falls_short_is_not_counted(proofs):
    assert proofs["mistake_passes"].mistakes_caught == 2
    assert proofs["variant_is_rejected"].variants_accepted == 0
    assert not proofs["mistake_passes"].ok


def test_only_the_katas_asked_for_are_proven(garden):
    first, second = garden.plant("nap"), garden.plant("siesta")
    (garden.root / first.stub.with_name("spare.py")).write_text("")
    (proof,) = verify(garden.course, [second])
    assert (proof.kata, proof.ok) == (second, True)
