"""Schedules: who goes first where asyncio leaves it open, decided by a seed.

Open are the order of timers with equal deadlines, which thread goes on when several could, how soon
a new thread begins, and how long a mock takes within its bounds. What asyncio promises stays as it
is: callbacks and tasks that are ready run first come, first served. Only a schedule that *explores*
touches that order too, and what it finds is advice.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from math import inf
from random import Random

SCHEDULES = 10  # tried by default: asyncio's own order, its reverse, and eight others
MAX_SEED = 2**31

_STEPS = 8  # a drawn latency is low + n/8 of the way: exact in binary where the bounds are
_REVERSED = 100  # choices of the last thread by seed 1; for ever, one that yields is alone for ever
_RANDOM_FROM = 2  # seeds from here on are drawn; 0 is asyncio's order, 1 its reverse


class Schedule:
    """The decisions of one run. The same seed decides the same way each time.

    Seed 0 is asyncio's own order, with every mock at its lower bound. Seed 1 is the reverse, with
    every mock at its upper bound. All others are drawn. Each kind of decision has a stream of its
    own, so that one more thread does not change which timer goes first.
    """

    def __init__(self, seed: int = 0, *, explores: bool = False) -> None:
        """Raise `ValueError` for a seed that is no number from 0 up."""
        if not (isinstance(seed, int) and 0 <= seed < MAX_SEED):
            raise ValueError(f"A seed is a whole number from 0 up to {MAX_SEED - 1}, not {seed!r}.")
        self.seed = seed
        self.explores = explores
        self.orders = 1  # in how many ways this run could have gone, as far as it shows
        self._streams: dict[str, Random] = {}
        self._choices = 0  # of threads, so far
        self.ranks = self._ranks()  # of timers: among equal deadlines, the lowest fires first
        self.places = self._places()  # of tasks in sets, as hashes: the same in every process

    def _stream(self, purpose: str) -> Random:
        if purpose not in self._streams:
            # A string is hashed by SHA-512, the same in every process.
            self._streams[purpose] = Random(f"{self.seed}:{purpose}")
        return self._streams[purpose]

    def _ranks(self) -> Iterator[int]:
        if self.seed == 0:
            return count()
        if self.seed == 1:
            return count(0, -1)
        draw = self._stream("timers").getrandbits
        return iter(lambda: draw(64), -1)  # never -1: without end

    def _places(self) -> Iterator[int]:
        # Under seed 0 small sets have the reverse order of making: who takes `done` of asyncio.wait
        # for a list is wrong at once, and not by luck. Under all others there is no order at all.
        if self.seed == 0:
            return count(-2, -1)  # a hash cannot be -1
        return (hash((number, self.seed, number)) for number in count())

    def tie(self, size: int) -> None:
        """Note that `size` timers came due together, or that a set gives its tasks in any order."""
        for number in range(2, size + 1):
            self._open(number)

    def _open(self, ways: int) -> None:
        if self.orders < MAX_SEED:  # more than anybody tries
            self.orders *= ways

    def thread(self, size: int) -> int:
        """Return which of `size` threads that could go on does: an index."""
        if size < 2:
            return 0
        self._open(size)
        self._choices += 1
        if self._choices > _REVERSED and self.seed == 1:
            return self._stream("threads").randrange(size)
        return self._pick("threads", size)

    def thread_comes_first(self) -> bool:
        """Return True when a thread that can go on does so before the loop's own thread."""
        self._open(2)
        return self._pick("threads", 2) == 1

    def latency(self, low: float, high: float) -> float:
        """Return how many seconds a mock takes, from `low` to `high` (both included)."""
        if not 0 <= low <= high < inf:
            raise ValueError(f"A latency goes from low to high, not from {low} to {high}.")
        if low == high:
            return low
        self._open(_STEPS + 1)
        return low + (high - low) * self._pick("latencies", _STEPS + 1) / _STEPS

    def ready(self, size: int) -> int:
        """Return which of `size` ready callbacks runs next; always 0 unless it explores."""
        if not self.explores or size < 2:
            return 0
        self._open(size)
        return self._stream("ready").randrange(size)

    def _pick(self, purpose: str, size: int) -> int:
        if self.seed < _RANDOM_FROM:
            return (size - 1) * self.seed
        return self._stream(purpose).randrange(size)


def is_enough(tried: int, orders: int, schedules: int) -> bool:
    """Return True when no further seed is worth a run.

    `tried` seeds from 0 up have run; `orders` is the most that any of them had. A run with one
    order leaves nothing open, so that every seed gives the same; with two, seeds 0 and 1 are both.
    Of more, drawn seeds need not find each.
    """
    return tried >= min(schedules, orders if orders <= _RANDOM_FROM else schedules)
