"""The log of requests: what was asked, when it was answered, and how it ended."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from grader.encoding import Encoder
from grader.run import Error, Exchange, Where

Outcome = Literal["answered", "refused", "timeout", "cancelled", "unknown url", "waiting"]
Named = Callable[
    [Where], Where | None
]  # gives a line the name under which a learner knows its file


@dataclass(eq=False)
class Entry:
    """One request under way. Times are the loop's own; `None` has not happened."""

    method: str
    url: str
    host: str
    asked: float
    where: Where | None = None
    headers: dict[str, str] = field(default_factory=dict)  # what was sent
    body: Any = None
    sent: float | None = None
    answered: float | None = None
    ended: float | None = None
    status: int = 0
    outcome: Outcome = "waiting"
    released: bool = False
    response: Any = field(default=None, repr=False)  # the open response; None before it and after
    frozen: bool = field(default=False, repr=False)

    def answer(self, at: float, status: int, response: Any) -> None:
        """Write down that the headers arrived."""
        self.answered, self.status, self.response = at, status, response
        self.outcome = "answered"

    def fail(self, outcome: Outcome) -> None:
        """Write down why no answer, or no more of it, came."""
        if not self.frozen:
            self.outcome = outcome

    def turn(self, outcome: Outcome) -> None:
        """Write down how reading the body goes; a read that was cancelled may be taken up again."""
        if self.ended is None:
            self.fail(outcome)

    def end(self, at: float, *, released: bool) -> None:
        """Write down that the connection is free. Not `released`: it was taken from outside."""
        if not self.frozen and self.ended is None:
            self.response = None
            self.ended, self.released = at, released


class Log:
    """All requests, in the order in which they were asked."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def begin(self, entry: Entry) -> Entry:
        """Write down a request."""
        self.entries.append(entry)
        return entry

    def unreleased(self) -> list[Entry]:
        """Return the requests whose response was handed out and still holds its connection."""
        return [entry for entry in self.entries if entry.response is not None]

    def freeze(self) -> None:
        """Keep what is written as it is: what cleaning up closes, the program did not."""
        for entry in self.entries:
            entry.frozen = True

    def facts(self, since: float, where: Named) -> tuple[Exchange, ...]:
        """Return the log as plain data, times in seconds after `since`."""
        return tuple(_exchange(entry, since, where) for entry in self.entries)


def _exchange(entry: Entry, since: float, where: Named) -> Exchange:
    sent, answered, ended = _after(since, (entry.sent, entry.answered, entry.ended))
    return Exchange(
        method=entry.method,
        url=entry.url,
        host=entry.host,
        asked=round(entry.asked - since, 6),
        sent=sent,
        answered=answered,
        ended=ended,
        status=entry.status,
        outcome=entry.outcome,
        released=entry.released,
        body=Encoder(_error).encode(entry.body),
        where=None if entry.where is None else where(entry.where),
    )


def _after(since: float, times: Iterable[float | None]) -> list[float | None]:
    return [None if time is None else round(time - since, 6) for time in times]


def _error(error: BaseException) -> Error:
    return Error(
        type(error).__name__, ""
    )  # an exception as a request's body: only its kind is told
