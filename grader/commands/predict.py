"""`predict`: say when a program ends and in which order it prints, before the lab runs it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import TypeVar

from grader.commands.outside import Outside
from grader.errors import EXIT_GRADED, CourseError, UsageError
from grader.guess import Facts, Guess, facts_of, finishes_of, order_of
from grader.job import Program
from grader.jobs import program_job
from grader.predictions import Predictions
from grader.puzzles import Puzzle, named, puzzles
from grader.run import Record

TRIES = 4  # at one question, before it is skipped

T = TypeVar("T")


class _Gone(Exception):
    """Raised when somebody ends the input instead of answering."""


def run(options: argparse.Namespace, outside: Outside) -> int:
    """Show a program, take a prediction, and show both beside each other."""
    course = outside.course()
    every = puzzles(course.root)
    if not every:
        raise UsageError("This course has no programs to predict.")
    progress = outside.progress(course)
    made = progress.predictions()
    some = named(every, options.name) if options.name else list(every)
    if options.list:
        _list(some, made, outside)
        return EXIT_GRADED
    puzzle = _next(some, made, is_named=bool(options.name))
    if puzzle is None:
        from grader.report.programs import all_predicted

        outside.page(all_predicted(every, made, outside.paper))
        return EXIT_GRADED
    record, facts = _played(puzzle)
    guess = _guess(options, puzzle, facts, outside)
    if guess is not None:
        _show(puzzle, guess, facts, record, made, outside)
        right = {"time": guess.time_is_right(facts), "order": guess.order_is_right(facts)}
        progress.predict(puzzle.id, **right)
    return EXIT_GRADED


def _list(some: Sequence[Puzzle], made: Predictions, outside: Outside) -> None:
    from grader.report.programs import puzzles_page

    course = outside.course()
    titles = {kata.chapter_folder: kata.chapter_title for kata in course.katas}
    outside.page(puzzles_page(some, made, titles, outside.paper, outside.advice(course)))


def _next(some: Sequence[Puzzle], made: Predictions, *, is_named: bool) -> Puzzle | None:
    """Return the first that is not predicted; of named ones the first when all are."""
    left = [puzzle for puzzle in some if puzzle.id not in made]
    return next(iter([*left, *some] if is_named else left), None)


def _played(puzzle: Puzzle) -> tuple[Record, Facts]:
    from grader.play import play  # brings asyncio, which the list of programs does without

    program = Program(puzzle.path.name, puzzle.source.encode())
    record = play(program_job(puzzle.id, program), _get_pages_ready)
    if record.trouble is not None or not record.runs:
        said = record.trouble.message if record.trouble else "it gave no run."
        raise CourseError(f"{puzzle.path}: {said}")
    return record, facts_of(record.runs[0])


def _get_pages_ready() -> None:
    import grader.report.predicted  # noqa: F401  # takes half as long as the run, so beside it


def _show(
    puzzle: Puzzle,
    guess: Guess,
    facts: Facts,
    record: Record,
    made: Predictions,
    outside: Outside,
) -> None:
    from grader.report.played import played
    from grader.report.predicted import answer_page

    advice = outside.advice(outside.course())
    before = made.get(puzzle.id)
    outside.page(answer_page(puzzle, guess, facts, played(record), before, outside.paper, advice))


# The answer


def _guess(
    options: argparse.Namespace, puzzle: Puzzle, facts: Facts, outside: Outside
) -> Guess | None:
    """Show the program and return the answer; None where there is none, after saying how."""
    from grader.report.predicted import how_to_answer, puzzle_page

    outside.page(puzzle_page(puzzle, facts, outside.paper))
    if options.finishes is not None or options.order is not None:
        return _given(options, facts)
    if outside.can_ask():
        outside.deliver()
        try:
            guess = _asked(facts, outside)
            outside.page("\n")
            return guess
        except _Gone:
            outside.note("Nothing is remembered; the same command asks again.")
            return None
    outside.page(how_to_answer(puzzle, outside.paper, outside.advice(outside.course())))
    return None


def _given(options: argparse.Namespace, facts: Facts) -> Guess:
    try:
        finishes = None if options.finishes is None else finishes_of(options.finishes)
    except UsageError as error:
        raise UsageError(f"--finishes: {error}") from None
    try:
        order = None if options.order is None else order_of(options.order, facts.lettered)
    except UsageError as error:
        raise UsageError(f"--order: {error}") from None
    return Guess(finishes, order)


def _asked(facts: Facts, outside: Outside) -> Guess:
    when = "When does it finish, in virtual seconds? (Enter skips)"
    order = "In which order are its lines printed? Letters, like CAB. (Enter skips)"
    finishes = _answer(outside, when, finishes_of)
    return Guess(finishes, _answer(outside, order, lambda typed: order_of(typed, facts.lettered)))


def _answer(outside: Outside, question: str, read: Callable[[str], T]) -> T | None:
    """Ask until there is an answer that can be read; None when it is skipped."""
    for _ in range(TRIES):
        typed = outside.asked(question)
        if not typed:
            raise _Gone
        if not typed.strip():
            return None
        try:
            return read(typed)
        except UsageError as error:
            outside.note(str(error))
    outside.note("On without this one.")
    return None
