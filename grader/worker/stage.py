"""Performs a job: loads the submission and runs each scenario in a world of its own."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from types import ModuleType
from typing import Any

from grader.lab.clock import Clock
from grader.lab.loop import VirtualLoop
from grader.lab.stall import BusyWaitError, EndlessError, StallError
from grader.lab.threads import Crew
from grader.lab.trace import Trace
from grader.lab.world import world
from grader.run import Error, Job, Record, Run, Trouble, Waiting
from grader.suite import Scenario, draw_for
from grader.worker import props
from grader.worker.fence import Fence
from grader.worker.ledger import Ledger
from grader.worker.output import Output
from grader.worker.recorder import MAX_CALLS, Recorder, innermost
from grader.worker.submission import SUITE_PREFIX, NotLoaded, load, place, unload

MAX_TURNS = 10_000  # of the loop at one virtual instant
MAX_INSTANTS = 100_000  # at which anything happened
LAST_TURNS = 3  # a task may need a loop turn or two to end after the function returned


class Aborted(BaseException):
    """Raised through a submission that must be stopped, where the process cannot simply end."""


def _raise(trouble: Trouble) -> None:
    raise Aborted(trouble.message)


@dataclass
class Stage:
    """One submission and its scenarios in this process. `abort` ends a run that prints for ever."""

    job: Job
    abort: Callable[[Trouble], object] = _raise
    fence: Fence = field(default_factory=Fence)

    def __post_init__(self) -> None:
        flood = Trouble(
            "output", "Your code printed more than 2,000,000 characters. Is there an endless loop?"
        )
        self.output = Output(lambda: self.abort(flood))
        # The module of a submission may hold a pool, so its threads outlive a scenario, as in life.
        self.crew = Crew(Clock())

    def runs(self, skip: int = 0) -> Iterator[Run]:
        """Yield the runs of the job, one by one, without the first `skip`; raise `NotLoaded`."""
        with world(), self.output.installed():
            module = self._loaded()
            scenarios = self._scenarios()
            wanted = [(name, seed) for name in self.job.only for seed in self.job.seeds]
            for number, (name, seed) in enumerate(wanted[skip:], skip + 1):
                run = self._perform(scenarios[name], seed, module)
                # Thousands of names are looked at: once, after all that could replace one.
                replaced = self.fence.replaced() if number == len(wanted) else ()
                yield replace(run, replaced=replaced)

    def _loaded(self) -> ModuleType:
        loop = VirtualLoop(crew=self.crew)  # its clock is the time of the module's top level
        try:
            with loop.crew.on_this_thread():
                return load(self.job)
        except NotLoaded:
            raise
        except SystemExit:
            message = (
                "Importing your file ends the program (sys.exit)."
                " Take that line out of the top level."
            )
            raise NotLoaded("exit", message) from None
        except StallError as error:
            raise NotLoaded("import", f"Importing your file never ends. {error.sentence}") from None
        except Aborted:
            raise
        except BaseException as error:
            raise self._import_trouble(Recorder(loop).error(error)) from None
        finally:
            loop.close()

    def _import_trouble(self, error: Error) -> NotLoaded:
        text = f": {error.message}" if error.message else ""
        at = f" at {error.where}" if error.where else ""
        message = f"Importing your file raises {error.type}{text}{at}."
        line = error.where.line if error.where else None
        return NotLoaded("import", message, line, self.job.filename)

    def _scenarios(self) -> dict[str, Scenario]:
        module = ModuleType("scenarios")
        try:
            exec(compile(self.job.scenarios, SUITE_PREFIX + self.job.kata, "exec"), vars(module))
            return {name: vars(module)[name] for name in self.job.only}
        except Exception as error:
            message = f"The scenarios of {self.job.kata} do not load"
            raise NotLoaded("course", f"{message} ({type(error).__name__}: {error}).") from None

    # One run

    def _perform(self, scenario: Scenario, seed: int, module: ModuleType) -> Run:
        loop = VirtualLoop(
            trace=Trace(with_spans=False),
            max_turns=MAX_TURNS,
            max_instants=MAX_INSTANTS,
            limit=scenario.limit,
            crew=self.crew,
        )
        self.crew.blocked.clear()
        recorder = Recorder(loop)
        ledger = Ledger(recorder)
        asyncio.set_event_loop(loop)
        with ledger.watching():
            facts = _Performance(self, scenario, seed, module, recorder, ledger).carry_out()
        facts.update(
            fenced=tuple(self.fence.tried),
            nested_loops=tuple(filter(None, map(place, self.fence.loops))),
            output=self.output.take(),
        )
        self.fence.tried.clear()
        self.fence.loops.clear()
        _clear_up(loop)
        return Run(scenario.name, seed, **facts)


@dataclass
class _Performance:
    """One scenario under one seed, from the call to the facts."""

    stage: Stage
    scenario: Scenario
    seed: int
    module: ModuleType
    recorder: Recorder
    ledger: Ledger
    facts: dict[str, Any] = field(default_factory=dict)

    def carry_out(self) -> dict[str, Any]:
        with self._http() as http:
            self._run_to_the_end({} if http is None else {"http": http})
            if http is not None:
                self.facts["exchanges"] = http.facts(self.recorder.began, place)
                self.facts["leftovers"] = self.facts.get("leftovers", ()) + http.leftovers(place)
        return self.facts | {
            "unawaited": self.ledger.unawaited(),
            "lost_errors": self.ledger.lost_errors(),
            "blocked": self._blocked(),
            "calls": tuple(entry.frozen() for entry in self.recorder.calls),
            "notes": tuple(self.recorder.notes),
            "tasks": self.ledger.tasks(),
        }

    def _run_to_the_end(self, extra: dict[str, Any]) -> None:
        loop = self.recorder.loop
        main = loop.create_task(self._play(extra))
        try:
            loop.run_until_complete(main)
        except StallError as error:
            self.facts["trouble"] = _stall_trouble(error)
        except SystemExit:
            self.facts["trouble"] = Trouble(
                "exit", "Your code ends the program (sys.exit) in the middle."
            )
        except (KeyboardInterrupt, Aborted) as error:
            self.facts["trouble"] = Trouble("exit", f"Your code was stopped: {error}")
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
        if "http" not in inspect.signature(self.scenario.function).parameters:
            return nullcontext()
        # aiohttp costs a quarter of a second: only where asked for.
        from grader.lab.http import Http

        return Http()

    async def _play(self, extra: dict[str, Any]) -> None:
        try:
            value = await self.scenario.function(**self._arguments(extra))
            self.facts["value"] = self.recorder.encode(value)
            del value
        except props.WrongKind as error:
            self.facts["trouble"] = error.trouble
        except MemoryError:
            self.facts["trouble"] = Trouble("memory", "Your code ran out of memory.")
        except (StallError, KeyboardInterrupt, SystemExit, GeneratorExit, Aborted):
            raise
        except BaseException as error:
            self.facts["error"] = self.recorder.error(error)
            if isinstance(error, RecursionError):
                self.facts["trouble"] = Trouble(
                    "recursion",
                    "Your code calls itself for ever (RecursionError).",
                    innermost(error.__traceback__),
                )
        self.facts["makespan"] = self.recorder.now()
        for _ in range(LAST_TURNS):
            self._let_threads_run()
            await asyncio.sleep(0)
        self.facts["leftovers"] = self.ledger.leftovers()

    def _let_threads_run(self) -> None:
        # A pool's thread that was told to end needs a turn to do so.
        crew = self.recorder.loop.crew
        for _ in range(len(crew.members)):
            crew.run_next()

    def _arguments(self, extra: dict[str, Any]) -> dict[str, Any]:
        recorder, job = self.recorder, self.stage.job
        offered = {
            "kata": props.KataProxy(self.module, job.names, recorder),
            "draw": draw_for(job.kata, self.scenario.name, self.seed),
            "spy": props.Spy(recorder),
            "note": recorder.note,
            "attempt": partial(props.attempt, recorder),
            "failure": partial(props.failure, recorder),
            "beside": partial(props.beside, recorder),
            **extra,
        }
        return {
            name: offered[name] for name in inspect.signature(self.scenario.function).parameters
        }

    def _blocked(self) -> tuple[Any, ...]:
        since = self.recorder.since
        blocks = self.recorder.loop.crew.blocked[:50]
        return tuple(
            type(item)(since(item.at), round(item.seconds, 6), item.what, place(item.where))
            for item in blocks
        )


def _stall_trouble(error: StallError) -> Trouble:
    waiting = tuple(Waiting(item.task, item.what, place(item.where)) for item in error.waiting[:20])
    where = place(error.where)
    if isinstance(error, BusyWaitError):
        message = (
            f"The loop turned {MAX_TURNS:,} times and no time passed:"
            " your code asks again and again."
        )
        return Trouble("busy wait", message, where, waiting)
    if isinstance(error, EndlessError):
        return Trouble("endless", error.sentence, where, waiting)
    return Trouble("deadlock", error.sentence, where, waiting)


_graveyard: list[Any] = []  # what a run left behind must not speak up during the next one


def _clear_up(loop: VirtualLoop) -> None:
    """Close the loop whatever it still holds: a few turns for cancelled tasks, and no more."""
    tasks = asyncio.all_tasks(loop)
    for task in tasks:
        task.cancel()
    if tasks:
        _graveyard.append(tasks)
        with suppress(StallError, SystemExit, KeyboardInterrupt, Aborted):
            for _ in range(LAST_TURNS + 2):
                loop.call_soon(loop.stop)
                loop.run_forever()
    asyncio.set_event_loop(None)
    with suppress(RuntimeError):  # a submission may have broken it
        loop.close()
    loop.crew.end_busy()


def perform(job: Job) -> Record:
    """Perform a job in this process, without limits: for debugging with `--in-process --pdb`."""
    stage = Stage(job)
    try:
        return Record(job.kata, tuple(stage.runs()))
    except NotLoaded as error:
        return Record(job.kata, trouble=error.trouble, output=stage.output.take())
    finally:
        unload(job)
