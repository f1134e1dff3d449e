"""A recorded run as a check sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import Any, Literal, TypeVar

from grader.encoding import Ended
from grader.judge.explain import MAKESPAN, Notebook, explanation
from grader.judge.finding import CheckFailed, Finding
from grader.judge.meanings import meaning_of
from grader.judge.values import decoded
from grader.judge.wording import error_text, plain
from grader.run import Blocked, Call, Error, Exchange, Note, Run, Where
from grader.suite import Draw, draw_for

T = TypeVar("T")
TICK = "tick"  # the label under which `beside` notes its ticks


class Series(list[T]):
    """What was watched, in order. Asking for what never happened fails the check."""

    def __init__(self, items: Iterable[T], what: str, run: Run) -> None:
        super().__init__(items)
        self._what = what
        self._run = run

    def __getitem__(self, index: Any) -> Any:
        """Return an item or a slice; raise `CheckFailed` past the end."""
        try:
            return super().__getitem__(index)
        except IndexError:
            times = {0: "never happened", 1: "happened only once"}
            told = times.get(len(self), f"happened only {len(self)} times")
            raise CheckFailed(Finding(f"{self._what} {told}.").about(self._run)) from None


class Recorded:
    """One run of one scenario. Values are decoded: plain data, or a `Thing` that names what is not.

    Lists are fresh for each check, so that no check can change what another one sees.
    """

    def __init__(self, run: Run, kata: str = "", notebook: Notebook | None = None) -> None:
        self.run = run
        self._kata = kata
        self._notebook = notebook or Notebook()

    def __repr__(self) -> str:
        """Return what an author wants to see beside a failed assertion."""
        return f"<run of {self.run.scenario}, schedule {self.run.seed}, {self.makespan} s>"

    @cached_property
    def value(self) -> Any:
        """What the scenario returned."""
        return decoded(self.run.value)

    @property
    def makespan(self) -> float:
        """Virtual seconds from the scenario's begin to its return."""
        return self.run.makespan

    @property
    def output(self) -> str:
        """What the submission printed."""
        return self.run.output

    @property
    def blocked(self) -> tuple[Blocked, ...]:
        """When the loop's thread stood still."""
        return self.run.blocked

    @property
    def draw(self) -> Draw:
        """A fresh draw: the numbers that the scenario drew, from the first on."""
        return draw_for(self._kata, self.run.scenario)

    @cached_property
    def _calls(self) -> list[Call]:
        return [_decoded_call(call) for call in self.run.calls]

    def calls(self, name: str | None = None) -> Series[Call]:
        """Return the calls of spied functions, in order of call, of one name or of all."""
        return self._named(name, "spy", "The call of a given function")

    def submission_calls(self, name: str | None = None) -> Series[Call]:
        """Return the scenario's calls of the submission."""
        return self._named(name, "submission", "The call of the submission")

    def _named(self, name: str | None, of: Literal["spy", "submission"], what: str) -> Series[Call]:
        found = (call for call in self._calls if call.of == of and name in (None, call.name))
        return Series(found, f"The call of `{name}`" if name else what, self.run)

    def requests(self, url: str | None = None) -> Series[Exchange]:
        """Return the HTTP requests, in order of asking, of one URL or of all."""
        found = (each for each in self.run.exchanges if url in (None, each.url))
        items = (replace(each, body=decoded(each.body)) for each in found)
        return Series(items, f"The request of {url}" if url else "The request", self.run)

    def notes(self, label: str | None = None) -> Series[Note]:
        """Return what the scenario wrote down, of one label or of all."""
        found = (each for each in self.run.notes if label in (None, each.label))
        items = (replace(each, value=decoded(each.value)) for each in found)
        return Series(items, f"The note `{label}`" if label else "The note", self.run)

    @property
    def ticks(self) -> list[float]:
        """When the ticker of `beside` got its turns."""
        return [note.at for note in self.run.notes if note.label == TICK]

    def peak(self, name: str) -> int:
        """Return how many spied calls of `name` were running at once, at most."""
        return _peak((call.started, call.ended) for call in self.calls(name))

    def peak_requests(self, host: str | None = None) -> int:
        """Return how many requests were on a connection at once, at most, of one host or of all."""
        return _peak(
            (each.sent, each.ended) for each in self.run.exchanges if host in (None, each.host)
        )

    def explain(
        self,
        expected: Any,
        formula: str = "",
        *,
        got: Any = MAKESPAN,
        because: str = "",
        where: Where | None = None,
    ) -> str:
        """Return the message of an assertion, and note it as the explanation of its failure.

        `got` defaults to the makespan. Floats read as seconds, ints as counts, text as it stands:
        `explain(1, "max(1, 1)")`,
        `explain(3, got=run.peak("fetch"))`, `explain([1], got=run.ticks)`.
        """
        finding = explanation(self.run, expected, formula, got=got, because=because, where=where)
        self._notebook.finding = finding
        return finding.message

    # Checks in one line: each raises AssertionError with an explanation when it does not hold.

    def expect(
        self, got: Any, expected: Any, because: str = "", *, where: Where | None = None
    ) -> None:
        """Ask that `got` equals `expected`."""
        if got != expected:
            raise AssertionError(self.explain(expected, got=got, because=because, where=where))

    def takes(
        self,
        seconds: float,
        formula: str = "",
        *,
        late: str = "",
        early: str = "",
        because: str = "",
    ) -> None:
        """Ask that the scenario took so many virtual seconds; `late` and `early` say why not."""
        if self.makespan != seconds:
            why = (late if self.makespan > seconds else early) or because
            raise AssertionError(self.explain(seconds, formula, because=why))

    def gives(self, expected: Any, because: str = "") -> None:
        """Ask that the scenario, or its `attempt`, returned a value equal to `expected`."""
        if self._outcome != expected:
            told = self.explain(_shown(expected), got=_shown(self._outcome), because=because)
            raise AssertionError(told)

    def raises(
        self, error: str | type[BaseException], because: str = "", *, alone: bool = False
    ) -> None:
        """Ask that the `attempt` which the scenario returned ended with an error.

        `error` is the label of a `failure`, or a type. Unless it has to come `alone`, a group that
        holds it will do.
        """
        raised = self.value.error if isinstance(self.value, Ended) else None
        members = raised.members if raised else ()
        if not any(_is_error(each, error) for each in members[: 1 if alone else None]):
            told = error.__name__ if isinstance(error, type) else f'the error "{error}"'
            got = _shown(self._outcome)
            if isinstance(got, Error) and not raised:
                got = f"{error_text(got)}, returned and not raised"
            elif any(_is_error(each, error) for each in members):
                because = because or "it came out in a group, and has to come out by itself"
            elif any(each.message == error for each in members):
                because = (
                    because or "it looks the same, and is another object: raise the error itself"
                )
            elif raised:
                because = because or meaning_of(raised)
            raise AssertionError(self.explain(told, got=got, because=because))

    @property
    def _outcome(self) -> Any:
        if isinstance(self.value, Ended):
            return self.value.error or self.value.value
        return self.value


def _shown(value: Any) -> Any:
    """Return a value so that a text among them is read as one: `''`, not nothing at all."""
    return plain(value) if isinstance(value, str) else value


def _is_error(error: Error, wanted: str | type[BaseException]) -> bool:
    return error.is_a(wanted.__name__) if isinstance(wanted, type) else error.mark == wanted


def _decoded_call(call: Call) -> Call:
    return replace(
        call,
        args=tuple(map(decoded, call.args)),
        kwargs={name: decoded(value) for name, value in call.kwargs.items()},
        value=decoded(call.value),
    )


def _peak(spans: Iterable[tuple[float | None, float | None]]) -> int:
    """Return how many half-open intervals [start, end) overlap at most; None never ends."""
    begun = [(start, end) for start, end in spans if start is not None]
    steps = [(start, 1) for start, end in begun if end != start]
    steps += [(end, -1) for start, end in begun if end is not None and end != start]
    here, most = 0, 1 if begun else 0  # a call that takes no time is in flight for its instant
    for _, step in sorted(steps):  # at one instant the ends (-1) come before the starts
        here += step
        most = max(most, here)
    return most
