"""One take of a scenario, from the call to the facts."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import cache, partial
from types import ModuleType
from typing import Any

from grader.job import Job
from grader.lab.outcome import latency
from grader.lab.stall import StallError
from grader.run import Trouble
from grader.suite import Scenario, draw_for
from grader.worker import props
from grader.worker.endings import Aborted, trouble_of
from grader.worker.itinerary import Take
from grader.worker.ledger import Ledger
from grader.worker.recorder import MAX_CALLS, Recorder
from grader.worker.submission import place
from grader.worker.sweep import Sweep
from grader.worker.work import work

MAX_TURNS = 10_000  # of the loop at one virtual instant
LAST_TURNS = 3  # a task may need a loop turn or two to end after the function returned


@dataclass
class Performance:
    """One take of a scenario, from the call to the facts."""

    job: Job
    scenario: Scenario
    take: Take
    module: ModuleType
    recorder: Recorder
    ledger: Ledger
    facts: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sweep = Sweep(self.recorder, self.take)
        self._main: asyncio.Task[None] | None = None

    def carry_out(self) -> dict[str, Any]:
        """Run the scenario, and return what a `Run` holds, as far as this process knows."""
        with self._http() as http:
            self._run_to_the_end({} if http is None else {"http": http})
            if http is not None:
                self.facts["exchanges"] = http.facts(self.recorder.began, place)
                self.facts["leftovers"] = self.facts.get("leftovers", ()) + http.leftovers(place)
        self.recorder.forget_errors()
        return self.facts | {
            "cut": self.sweep.cut,
            "unawaited": self.ledger.unawaited(),
            "lost_errors": self.ledger.lost_errors(),
            "calls": tuple(entry.frozen() for entry in self.recorder.calls),
            "notes": tuple(self.recorder.notes),
            "tasks": self.ledger.tasks(),
            "waits": self.ledger.waits(),
        }

    def _run_to_the_end(self, extra: dict[str, Any]) -> None:
        loop = self.recorder.loop
        # Kept, or the garbage collector would end the calls of a program that stands still.
        main = self._main = loop.create_task(self._play(extra))
        try:
            loop.run_until_complete(main)
        except (StallError, SystemExit, KeyboardInterrupt, Aborted) as error:
            self.facts["trouble"] = trouble_of(error, self.recorder)
        except RuntimeError:
            if main.done():
                raise
            self.facts["trouble"] = Trouble(  # asyncio's word for a loop that stopped too early
                "exit", "Your code stops the event loop in the middle (loop.stop)."
            )
        self.facts.setdefault("makespan", self.recorder.now())
        if self.recorder.has_overflowed:
            self.facts["trouble"] = Trouble(
                "endless",
                f"Your code made more than {MAX_CALLS:,} calls. Is there an endless loop?",
            )

    def _http(self) -> Any:
        if "http" not in _parameters(self.scenario.function):
            return nullcontext()
        # aiohttp costs a quarter of a second: only where asked for.
        from grader.lab.http import Http

        return Http()

    async def _play(self, extra: dict[str, Any]) -> None:
        try:
            value = await self.scenario.function(**self._arguments(extra))
            self.facts["value"] = self.recorder.encode(value)
            del value
        except (props.WrongKind, MemoryError) as error:
            self.facts["trouble"] = trouble_of(error, self.recorder)
        except (StallError, KeyboardInterrupt, SystemExit, GeneratorExit, Aborted):
            raise
        except BaseException as error:
            self.facts["error"] = self.recorder.error(error)
            if isinstance(error, RecursionError):
                self.facts["trouble"] = trouble_of(error, self.recorder)
        self.facts["makespan"] = self.recorder.now()
        self.recorder.let_frames_go()
        self.recorder.loop.schedule.explores = False  # a few turns are enough only if all get some
        await self._last_turns()
        if self.ledger.drops_generators():
            await self._last_turns()
        self.facts["leftovers"] = (*self.ledger.leftovers(), *self.sweep.kept())

    async def _last_turns(self) -> None:
        for _ in range(LAST_TURNS):
            self._let_threads_run()
            await asyncio.sleep(0)

    def _let_threads_run(self) -> None:
        # A pool's thread that was told to end needs a turn to do so.
        crew = self.recorder.loop.crew
        for _ in range(len(crew.members)):
            crew.run_next()

    def _arguments(self, extra: dict[str, Any]) -> dict[str, Any]:
        recorder, job = self.recorder, self.job
        spy = props.Spy(recorder)
        offered = {
            "kata": props.KataProxy(self.module, job.names, recorder),
            "draw": draw_for(job.kata, self.scenario.name),
            "spy": spy,
            "work": partial(work, spy),
            "note": recorder.note,
            "attempt": partial(props.attempt, recorder),
            "failure": partial(props.failure, recorder),
            "beside": partial(props.beside, recorder),
            "latency": latency,
            "sweep": self.sweep,
            **extra,
        }
        return {name: offered[name] for name in _parameters(self.scenario.function)}


@cache
def _parameters(scenario: Callable[..., Any]) -> tuple[str, ...]:
    return tuple(inspect.signature(scenario).parameters)
