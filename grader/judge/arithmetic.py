"""The arithmetic of a makespan: which watched spans, one after another, add up to it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from grader.judge.wording import number
from grader.run import Call, Exchange, Run

MOST_TERMS = 8  # more terms than this are not read, only counted

Span = tuple[float, float]


def sum_text(run: Run) -> str:
    """Return `3 + 1` for a makespan of 4, or "" where no chain of two spans or more explains it."""
    given = [*_call_spans(run.calls, "spy"), *_exchange_spans(run.exchanges), *_blocked_spans(run)]
    terms = chain(given, run.makespan)
    if len(terms) < 2:
        terms = chain([*given, *_call_spans(run.calls, "submission")], run.makespan)
    return _written(terms) if len(terms) > 1 else ""


def chain(spans: Iterable[Span], end: float) -> list[float]:
    """Return the lengths of the fewest spans that tile [0, end] in order; empty when none do."""
    after: dict[float, list[float]] = {}
    for start, stop in spans:
        if stop > start:
            after.setdefault(start, []).append(stop)
    came_from: dict[float, float] = {}
    queue = deque([0.0])
    while queue and end not in came_from:
        here = queue.popleft()
        for stop in sorted(after.pop(here, ()), reverse=True):
            if stop not in came_from:
                came_from[stop] = here
                queue.append(stop)
    return _lengths(came_from, end)


def _lengths(came_from: dict[float, float], end: float) -> list[float]:
    lengths: list[float] = []
    while end in came_from:
        start = came_from[end]
        lengths.append(end - start)
        end = start
    return lengths[::-1]


def _written(terms: list[float]) -> str:
    words = [number(term) for term in terms]
    if len(words) <= MOST_TERMS:
        return " + ".join(words)
    if len(set(words)) == 1:
        return f"{len(words)} * {words[0]}"
    return f"{' + '.join(words[:3])} + ... + {words[-1]} ({len(words)} terms)"


def _call_spans(calls: Iterable[Call], of: str) -> list[Span]:
    return [
        (call.started, call.ended)
        for call in calls
        if call.of == of and call.started is not None and call.ended is not None
    ]


def _exchange_spans(exchanges: Iterable[Exchange]) -> list[Span]:
    return [(each.asked, each.ended) for each in exchanges if each.ended is not None]


def _blocked_spans(run: Run) -> list[Span]:
    return [(each.at, each.end) for each in run.blocked]
