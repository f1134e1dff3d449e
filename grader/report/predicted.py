"""The pages of one program to predict: it, then what was predicted beside what happened."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from grader.guess import LETTERS, NEVER, Facts, Guess
from grader.judge.wording import seconds
from grader.predictions import POINTS, Prediction
from grader.puzzles import Puzzle
from grader.report import failure
from grader.report.advice import Advice
from grader.report.lines import QUIET, STRONG, folded, labelled, line, next_calls, rendered
from grader.report.paper import Paper
from grader.report.played import Played, end_rows, picture_rows, stamps
from grader.report.prose import prose

WIDEST_PREDICTED = 30  # columns of what was predicted
_EXAMPLE = "--finishes 2.5 --order BAC"


def puzzle_page(puzzle: Puzzle, facts: Facts, paper: Paper) -> str:
    """Return the program with numbered lines, and what it prints, in an order that tells none."""
    rows = [line(paper, (f"{puzzle.chapter_folder[:2]} {puzzle.title}", STRONG))]
    rows += [*prose(paper, puzzle.about), Text()]
    for number, source in enumerate(puzzle.source.rstrip().split("\n"), 1):
        rows += folded(paper, source, lead=line(paper, (f"{number:4}  ", QUIET)))
    rows += [Text(), *folded(paper, "It prints these lines, here sorted by their text:")]
    for letter, text in zip(LETTERS, facts.lettered, strict=False):
        rows += folded(paper, text, lead=line(paper, "  ", (letter, STRONG), "  "))
    return rendered(paper, [*rows, Text()])


def how_to_answer(puzzle: Puzzle, paper: Paper, advice: Advice) -> str:
    """Return what to type where nobody can be asked."""
    call = advice.call("predict", puzzle.slug, _EXAMPLE)
    said = "When does it finish, in virtual seconds, and in which order are its lines printed?"
    return rendered(paper, [*folded(paper, said), *labelled(paper, "answer", call, indent=0)])


def answer_page(
    puzzle: Puzzle,
    guess: Guess,
    facts: Facts,
    what: Played,
    before: Prediction | None,
    paper: Paper,
    advice: Advice,
) -> str:
    """Return the prediction and what happened, the timeline, the points, and what to learn.

    `before` is the first answer, where this is not the first.
    """
    rows = [*_comparison(paper, guess, facts, what)]
    if not what.ended or what.run.unawaited or what.run.lost_errors:
        rows += [Text(), *end_rows(paper, what)]
    picture = picture_rows(paper, what)
    rows += [Text(), *picture] if picture else []
    rows += [Text(), *prose(paper, puzzle.after), Text()]
    rows += folded(paper, _points(guess, facts, before))
    return rendered(paper, [*rows, *next_calls(paper, advice.call("predict"))])


def _comparison(paper: Paper, guess: Guess, facts: Facts, what: Played) -> list[Text]:
    said = [facts.lettered[LETTERS.index(each)] for each in guess.order or ""]
    left = [f"{letter}  {text}" for letter, text in zip(guess.order or "", said, strict=True)]
    left += ["-"] * (len(facts.lines) - len(left))
    ends = "-" if guess.finishes is None else _end(guess.finishes)
    columns = min(
        max(cell_len(paper.clean(text)) for text in (*left, ends, "you predicted")),
        WIDEST_PREDICTED,
        paper.width // 2 - 4,
    )
    rows = [_beside(paper, columns, ("  ", ""), "you predicted", "what happened")]
    for number, stamp in enumerate(stamps(what.run.printed)):
        right = number < len(said) and said[number] == facts.lines[number]
        mark = _mark(paper, right, guess.order is not None)
        rows.append(_beside(paper, columns, mark, left[number], f"{stamp}  {facts.lines[number]}"))
    mark = _mark(paper, guess.time_is_right(facts), guess.finishes is not None)
    happened = _end(NEVER if facts.end is None else facts.end)
    return [*rows, _beside(paper, columns, mark, ends, happened)]


def _end(moment: float | str) -> str:
    return "never ends" if isinstance(moment, str) else f"ends after {seconds(moment)}"


def _mark(paper: Paper, right: bool, answered: bool) -> tuple[str, str]:
    return failure.mark(paper, ("pass" if right else "fail") if answered else "skip")


def _beside(paper: Paper, columns: int, mark: tuple[str, str], left: str, right: str) -> Text:
    cell = set_cell_size(paper.clean(left), columns)
    row = line(paper, "  ", mark, " " * (2 - cell_len(mark[0])), cell, "   ")
    return Text.assemble(row, set_cell_size(paper.clean(right), paper.width - row.cell_len))


def _points(guess: Guess, facts: Facts, before: Prediction | None) -> str:
    points = guess.time_is_right(facts) + guess.order_is_right(facts)
    if before is None:
        return f"{points} of {POINTS} points: one for the time, one for the order."
    return (
        f"{points} of {POINTS}, for practice: your first answer counts,"
        f" and it got {before.points} of {POINTS} points."
    )
