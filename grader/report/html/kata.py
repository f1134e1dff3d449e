"""One judged kata on the page: how it stands, what failed and why, and a picture of each run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grader.catalog import Kata
from grader.report.failure import alike
from grader.report.html.figure import NO_TIME, NOT_AGAIN, STOPPED, Figure, figure_of
from grader.report.html.pairs import Films
from grader.report.judged import Judged
from grader.report.kata_page import standing
from grader.report.numbers import shown
from grader.run import Where
from grader.verdict import CheckResult, Verdict

LONGEST_TEXT = 4_000  # characters of anything that a learner's program may have made


@dataclass(frozen=True)
class Quote:
    """A line of the learner's file."""

    place: str  # "limit_three.py:14"
    text: str = ""


@dataclass(frozen=True)
class Shown:
    """The picture of a run, or where it stands already, or why there is none."""

    figure: Figure | None = None
    above: str = ""
    none: str = ""


@dataclass(frozen=True)
class Failure:
    """A check that failed, its reasons, and the others that failed in the very same words."""

    sentence: str
    message: str
    reasons: tuple[tuple[str, str], ...]
    cycles: tuple[tuple[str, ...], ...]
    quote: Quote | None
    others: tuple[str, ...]
    picture: Shown


@dataclass(frozen=True)
class Experiment:
    """Checks that passed on one run, by their sentences, with its picture."""

    name: str
    sentences: tuple[str, ...]
    picture: Shown


@dataclass(frozen=True)
class Entry:
    """A kata that was begun, judged. `everywhere` are the laws that hold in each run."""

    id: str
    number: str
    title: str
    stretch: bool
    status: str  # "pass", "fail", "error"
    standing: str
    points: str
    max_points: str
    message: str
    explanation: str
    failures: tuple[Failure, ...]
    experiments: tuple[Experiment, ...]
    everywhere: tuple[str, ...]
    skipped: tuple[str, ...]
    output: str


def entry_of(
    kata: Kata,
    verdict: Verdict,
    films: Films,
    source: str,
) -> Entry:
    """Return a kata's place on the page; `source` is the text of the learner's file."""
    item = Judged(kata, verdict, kata.filename)
    gallery = _Gallery(kata.slug, films)
    failures = tuple(
        _failure(check, others, gallery, kata, source) for check, others in alike(item.failed)
    )
    passed = [check for check in verdict.checks if check.status == "pass"]
    return Entry(
        kata.slug,
        kata.number,
        kata.title,
        kata.stretch,
        verdict.status,
        standing(item),
        shown(verdict.points),
        shown(verdict.max_points),
        bounded(verdict.message.strip()),
        " ".join(verdict.explanation.split()),
        failures,
        _experiments(passed, gallery),
        tuple(check.sentence or check.name for check in passed if not check.scenario),
        tuple(check.sentence or check.name for check in verdict.checks if check.status == "skip"),
        bounded(verdict.output.strip("\n")),
    )


def bounded(text: str) -> str:
    """Return the text, and of a very long one its begin and how much follows."""
    if len(text) <= LONGEST_TEXT:
        return text
    return f"{text[:LONGEST_TEXT]}… ({len(text) - LONGEST_TEXT:,} more characters)"


class _Gallery:
    """Pictures by run: each is shown once, and a link leads to it from elsewhere."""

    def __init__(self, slug: str, films: Films) -> None:
        self._slug = slug
        self._films = films
        self._there: dict[tuple[str, tuple[int, int, int]], str] = {}

    def of(self, check: CheckResult) -> Shown:
        """Return the picture of the run that a check shows."""
        if not check.scenario:
            return Shown()
        key = (check.scenario, check.take)
        if key in self._there:
            return Shown(above=self._there[key])
        run = self._films.run(*key)
        if run is None:
            return Shown(none=NOT_AGAIN)
        anchor = f"{self._slug}-{len(self._there) + 1}"
        figure = figure_of(self._films, run, anchor, failed=check.status != "pass")
        if figure is None:
            return Shown(none=STOPPED if run.trouble and not run.tasks else NO_TIME)
        self._there[key] = anchor
        return Shown(figure)


def _failure(
    check: CheckResult, others: Sequence[CheckResult], gallery: _Gallery, kata: Kata, source: str
) -> Failure:
    is_told = bool(check.expected or check.got)
    reasons = [
        ("expected", check.expected),
        ("got", check.got),
        ("because", check.because),
        ("depends", check.depends),
        ("schedule", str(check.schedule or "")),
    ]
    return Failure(
        check.sentence or check.name,
        "" if is_told else bounded(check.message),
        tuple((label, bounded(text)) for label, text in reasons if text),
        check.cycles,
        quote_of(check.where, kata, source),
        tuple(each.sentence or each.name for each in others),
        gallery.of(check),
    )


def quote_of(where: Where | None, kata: Kata, source: str) -> Quote | None:
    """Return the line that a check names; its text too where it is the learner's."""
    if where is None:
        return None
    lines = source.splitlines()
    is_theirs = where.path == kata.filename and 0 < where.line <= len(lines)
    return Quote(str(where), bounded(lines[where.line - 1].strip()) if is_theirs else "")


def _experiments(passed: Sequence[CheckResult], gallery: _Gallery) -> tuple[Experiment, ...]:
    by_run: dict[tuple[str, tuple[int, int, int]], list[CheckResult]] = {}
    for check in passed:
        if check.scenario:
            by_run.setdefault((check.scenario, check.take), []).append(check)
    return tuple(
        Experiment(
            name.replace("_", " "),
            tuple(check.sentence or check.name for check in checks),
            gallery.of(checks[0]),
        )
        for (name, _), checks in by_run.items()
    )
