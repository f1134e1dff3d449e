"""A sitting at the watcher, without a terminal: what each save and each key shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grader.backups import Answer
from grader.progress import Progress
from grader.report.advice import Advice
from grader.report.judged import Judged
from grader.report.paper import Paper
from grader.verdict import Bar, CheckResult
from grader.watch.session import Watch
from tests.grader.conftest import failing, solved, untouched


@pytest.fixture
def sitting(three):
    return Sitting(three)


class Sitting:
    """A watcher over a course of three katas; `answers` are the verdicts to come."""

    def __init__(self, course) -> None:
        self.katas = course.katas
        self.answers = {}
        self.judged = []
        self.compared = []
        self.progress = Progress(course.root)
        self.paper = Paper(width=70, height=12)
        self.watch = Watch(
            self.katas, self.katas[0], self.progress, self.judge, self.describe, Advice(),
            lambda: self.paper, self.compare,
        )  # fmt: skip

    def judge(self, kata):
        self.judged.append(kata.slug)
        return self.answers.get(kata.slug) or untouched(kata)

    def describe(self, kata, verdict):
        return Judged(kata, verdict, kata.stub.as_posix(), kata.readme.as_posix(), "Do it.")

    def compare(self, item):
        self.compared.append(item.kata.slug)
        return replace(item, expected={"test_0": (Bar("a", 0, 1),)})

    def save(self, *katas):
        return self.watch.saved([kata.root / kata.stub for kata in katas])

    @property
    def rows(self):
        return self.watch.screen().split("\n")


def test_a_saved_file_is_judged_shown_and_remembered(sitting):
    _, second, _ = sitting.katas
    sitting.answers[second.slug] = solved(second)
    assert sitting.save(second)
    assert sitting.rows[0].startswith("[######>.............] 1/3")
    assert f"{second.number} {second.title}   solved" in sitting.watch.screen()
    assert sitting.progress.marks()[second.id].latest == "pass"


def test_a_verdict_is_compared_once_and_only_when_there_is_time(sitting):
    first, second, _ = sitting.katas
    check = CheckResult("test_0", "Law", "fail", "No.", timeline=(Bar("a", 1, 2),))
    sitting.answers = {first.slug: failing(first, check)}
    sitting.paper = Paper(width=70, height=24)
    sitting.watch.look_closer()
    sitting.save(first)
    assert "a right answer" not in sitting.watch.screen(), "the verdict does not wait for it"
    sitting.watch.look_closer()
    sitting.watch.look_closer()
    assert "a right answer" in sitting.watch.screen()
    sitting.save(second)
    sitting.watch.look_closer()
    assert sitting.compared == [first.slug, second.slug]


def test_several_saves_together_are_judged_once_the_last_one(sitting):
    first, second, _ = sitting.katas
    sitting.save(first, second, first, second)
    assert sitting.judged == [second.slug]


def test_what_is_no_katas_file_changes_nothing(sitting, tmp_path):
    example = sitting.katas[0].root / sitting.katas[0].example
    assert not sitting.watch.saved([tmp_path / "notes.py", example])
    assert sitting.watch.screen() == ""


def test_a_success_stays_until_somebody_goes_on(sitting):
    first, second, _ = sitting.katas
    sitting.answers = {first.slug: solved(first)}
    sitting.watch.open(first)
    assert sitting.watch.kata == first
    sitting.watch.pressed("n")
    assert sitting.watch.kata == second


def test_next_comes_round_to_what_was_left_out(sitting):
    first, second, third = sitting.katas
    sitting.answers = {third.slug: solved(third), second.slug: failing(second)}
    sitting.watch.open(third)
    for expected in (first, second, first):
        sitting.watch.pressed("n")
        assert sitting.watch.kata == expected


def test_with_all_solved_next_stays(sitting):
    sitting.answers = {kata.slug: solved(kata) for kata in sitting.katas}
    for kata in sitting.katas:
        sitting.watch.open(kata)
    sitting.watch.pressed("n")
    assert sitting.watch.kata == sitting.katas[-1]


def test_an_untouched_stub_is_no_attempt(sitting):
    sitting.watch.open(sitting.katas[0])
    assert sitting.progress.marks() == {}


def test_hints_climb_and_are_remembered(sitting):
    sitting.watch.open(sitting.katas[0])
    for number in (1, 2):
        sitting.watch.pressed("h")
        assert sitting.rows[0] == f"Hint {number} of 3 for {sitting.katas[0].id}"
    assert sitting.progress.marks()[sitting.katas[0].id].hints == 2


def test_a_page_over_the_verdict_goes_at_any_key_or_save(sitting):
    sitting.watch.open(sitting.katas[0])
    verdict = sitting.watch.screen()
    sitting.watch.pressed("h")
    assert sitting.watch.screen() != verdict
    sitting.watch.pressed("x")
    assert sitting.watch.screen() == verdict
    sitting.watch.pressed("l")
    sitting.save(sitting.katas[0])
    assert sitting.rows[-2:] != ["", "any key: back"]


def test_a_sentence_lies_over_the_verdict_until_a_key(sitting):
    watch = sitting.watch
    watch.open(watch.kata)
    watch.tell("The stub has changed.")
    assert watch.screen().startswith("The stub has changed.\n")
    watch.pressed(" ")
    assert "The stub has changed." not in watch.screen()


def test_a_long_page_is_turned_with_space(sitting):
    sitting.paper = Paper(width=70, height=6)
    sitting.watch.open(sitting.katas[0])
    sitting.watch.pressed("l")
    first = sitting.rows
    assert first[-1] == "space: more   any other key: back"
    sitting.watch.pressed(" ")
    second = sitting.rows
    assert second[:4] != first[:4]
    assert len(first) == len(second) == 6


def test_a_page_is_laid_out_for_the_size_that_is(sitting):
    sitting.watch.open(sitting.katas[0])
    for key in "hslr":
        sitting.watch.pressed(key)
        sitting.paper = Paper(width=30, height=12)
        assert max(map(len, sitting.rows)) <= 30
        sitting.paper = Paper(width=70, height=12)


@pytest.mark.parametrize("size", [(20, 5), (30, 9), (70, 12)])
def test_on_a_small_screen_the_verdict_has_the_lines(size, sitting):
    first = sitting.katas[0]
    sitting.answers[first.slug] = failing(first)
    sitting.paper = Paper(*size)
    sitting.watch.open(first)
    assert f"{first.number} {first.title}" in sitting.watch.screen()
    assert max(map(len, sitting.rows)) <= size[0]
    assert ("q quit" in sitting.watch.screen()) is (size[0] == 70)
    assert (f"edit      {first.stub}" in sitting.watch.screen()) is (size[0] == 70)


def test_every_screen_fits_the_paper(sitting):
    first = sitting.katas[0]
    sitting.answers[first.slug] = failing(first, explanation="Because. " * 200)
    for height in (1, 3, 8, 24):
        sitting.paper = Paper(width=70, height=height)
        sitting.watch.open(first)
        for key in " hslc":
            sitting.watch.pressed(key)
            assert len(sitting.rows) <= height


def test_checking_all_judges_every_kata(sitting):
    sitting.answers = {kata.slug: solved(kata) for kata in sitting.katas}
    sitting.watch.open(sitting.katas[1])
    sitting.watch.pressed("c")
    assert set(sitting.judged) == {kata.slug for kata in sitting.katas}
    assert sitting.watch.kata == sitting.katas[1]
    assert "3/3 solved" in sitting.watch.screen()


def test_the_solution_opens_once_it_can_spoil_nothing(sitting):
    first = sitting.katas[0]
    reference = first.root / first.reference
    reference.parent.mkdir(parents=True)
    reference.write_text("the reference\n")
    for answer, shown in ((failing(first), False), (solved(first), True)):
        sitting.answers[first.slug] = answer
        sitting.watch.open(first)
        assert ("v solution" in sitting.watch.screen()) is shown
        sitting.watch.pressed("v")
        assert ("the reference" in sitting.watch.screen()) is shown


def test_a_reset_is_pressed_twice_and_keeps_the_file(sitting):
    first = sitting.katas[0]
    file, stub = first.root / first.stub, first.root / first.pristine
    stub.write_text("the stub\n")
    file.write_text("mine\n")
    sitting.watch.open(first)
    for keys, text in (("r", "mine\n"), ("xr", "mine\n"), ("r", "the stub\n")):
        for key in keys:
            sitting.watch.pressed(key)
        assert file.read_text() == text
    assert "brings it back" in sitting.watch.screen()
    assert [path.read_text() for path in Answer(first).kept()] == ["mine\n"]
