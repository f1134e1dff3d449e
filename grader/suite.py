"""What suite authors import: `scenario`, `catches` and `Draw`.

A suite is an ordinary pytest file with two kinds of functions. A *scenario* runs with the
submission in the worker process; it may ask for any of these by parameter name:

- `kata`     the submission: `kata.print_sum(...)` calls the learner's function and records the call
- `draw`     seeded names, sizes and latencies (`Draw`); the judge draws the same
- `http`     mocked HTTP (`grader.lab.http.Http`)
- `spy`      `@spy` or `spy(function, name=...)`: a given function, watched: who called it when,
             with what, from which thread
- `work`     `work("fetch", 0.5, gives="page")`: a watched coroutine function that takes its time,
             then returns or raises (`fails=`); seconds and failures may go by the first argument
- `note`     `note("label", value)`: write something down with its virtual time
- `attempt`  `await attempt(awaitable)`: an `Ended` with the value or the error, where an error
             is part of the experiment
- `failure`  `failure("boom")`: an exception that the judge can recognise (`Error.mark == "boom"`)
- `beside`   `async with beside(0.25): ...`: a ticker beside the block; `run.ticks` are its times
- `latency`  `latency(0.5, 2)`: seconds that a mock takes, decided by the schedule within bounds
- `sweep`    `await sweep(awaitable)`: an `Ended`, like `attempt`; besides, the scenario runs again
             and again, and each time the awaitable is cancelled at another point at which it waits

A *check* is a test: its arguments name scenarios, and it gets each scenario's recorded run
(`grader.judge.recorded.Recorded`). It is never shipped to the worker.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, overload

F = TypeVar("F", bound=Callable[..., Any])

# What a scenario may ask for, as told above.
PARAMETERS = (
    "kata", "draw", "http", "spy", "work", "note", "attempt", "failure", "beside", "latency",
    "sweep",
)  # fmt: skip

DEFAULT_LIMIT_SECONDS = 3600.0  # virtual; a scenario that is still busy after an hour is endless


@dataclass(frozen=True)
class Scenario:
    """An experiment with a submission. `limit` caps its virtual seconds.

    `schedules` is how many orders of what asyncio leaves open are tried at most, its own included;
    None leaves that to the worker (`grader.lab.schedule.SCHEDULES`).
    """

    function: Callable[..., Any]
    limit: float = DEFAULT_LIMIT_SECONDS
    schedules: int | None = None

    @property
    def name(self) -> str:
        """The name by which checks ask for its run."""
        return self.function.__name__


@overload
def scenario(function: Callable[..., Any], /) -> Scenario: ...
@overload
def scenario(
    *, limit: float = ..., schedules: int | None = ...
) -> Callable[[Callable[..., Any]], Scenario]: ...
def scenario(
    function: Callable[..., Any] | None = None,
    /,
    *,
    limit: float = DEFAULT_LIMIT_SECONDS,
    schedules: int | None = None,
) -> Scenario | Callable[[Callable[..., Any]], Scenario]:
    """Mark an `async def` as a scenario: `@scenario` or `@scenario(limit=..., schedules=...)`."""
    if function is not None:
        return Scenario(function)
    return lambda wrapped: Scenario(wrapped, limit, schedules)


def catches(mistakes: str) -> Callable[[F], F]:
    """Name the mistakes that a check must fail: files in the kata's `mistakes/`, with spaces."""

    def mark(check: F) -> F:
        check.__catches__ = tuple(mistakes.split())  # type: ignore[attr-defined]  # functions carry attributes
        return check

    return mark


_SYLLABLES = (
    "ba", "de", "fi", "go", "ku", "la", "me", "ni",
    "po", "ru", "sa", "te", "vi", "wo", "xu", "zo",
)  # fmt: skip


class Draw:
    """Seeded inputs. The worker and the judge each make one from the same seed and draw the same.

    Draw inputs in a plain function (`def plan(draw): ...`) that the scenario and its checks call.
    """

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)

    def number(self, low: int, high: int) -> int:
        """Return an integer from `low` to `high`, both included."""
        return self._random.randint(low, high)

    def names(self, count: int) -> list[str]:
        """Return `count` different made-up words."""
        words: dict[str, None] = {}
        while len(words) < count:
            words["".join(self._random.choices(_SYLLABLES, k=3))] = None
        return list(words)

    def seconds(self, count: int, *, low: float = 0.25, high: float = 4.0) -> list[float]:
        """Return `count` different latencies, multiples of 1/8 s, so that sums are exact."""
        grid = range(int(low * 8), int(high * 8) + 1)
        return [step / 8 for step in self._random.sample(grid, count)]

    def shuffled(self, items: Sequence[Any]) -> list[Any]:
        """Return the items in another order."""
        return self._random.sample(list(items), len(items))

    def pick(self, items: Sequence[Any]) -> Any:
        """Return one of the items."""
        return self._random.choice(list(items))


def draw_for(kata: str, scenario_name: str) -> Draw:
    """Return the draw of a scenario, the same in all its runs: only their schedules differ."""
    return Draw(f"{kata}:{scenario_name}:0")
