"""Performs a job: loads the submission and runs each scenario in a world of its own."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache, partial
from types import CodeType, ModuleType
from typing import Any, TypeVar

from grader.job import PROGRAM, Job
from grader.lab.clock import Clock
from grader.lab.crew.threads import Crew
from grader.lab.loop import VirtualLoop
from grader.lab.schedule import Schedule
from grader.lab.stall import StallError
from grader.lab.trace import Trace
from grader.lab.world import world
from grader.run import Blocked, Error, Record, Run, Trouble
from grader.suite import DEFAULT_LIMIT_SECONDS, Scenario
from grader.worker.endings import Aborted
from grader.worker.fence import Fence
from grader.worker.itinerary import Itinerary, Take
from grader.worker.ledger import Ledger
from grader.worker.output import FLOOD_CHARACTERS, Output
from grader.worker.performance import LAST_TURNS, MAX_TURNS, Performance
from grader.worker.program import Play, ProgramLoop
from grader.worker.recorder import Recorder
from grader.worker.submission import PREFIX, SUITE_PREFIX, NotLoaded, code_of, load, place, unload

Loop = TypeVar("Loop", bound=VirtualLoop)

MAX_INSTANTS = 100_000  # at which anything happened


def _raise(trouble: Trouble) -> None:
    raise Aborted(trouble.message)


@cache
def compiled(scenarios: str, kata: str) -> CodeType:
    """Return the scenarios of a kata, compiled; the worker does it once for all its children."""
    return compile(scenarios, SUITE_PREFIX + kata, "exec")


@dataclass
class Stage:
    """One submission and its scenarios in this process. `abort` ends a run that prints for ever."""

    job: Job
    abort: Callable[[Trouble], object] = _raise
    fence: Fence = field(default_factory=Fence)
    begin: Callable[[Take], object] = lambda take: None  # called before each further run

    def __post_init__(self) -> None:
        flood = Trouble(
            "output",
            f"Your code printed more than {FLOOD_CHARACTERS:,} characters."
            " Is there an endless loop?",
        )
        self.output = Output(lambda: self.abort(flood))
        # The module of a submission may hold a pool, so its threads outlive a scenario, as in life.
        self.crew = Crew(Clock(), is_fenced=True)

    def runs(self, skip: int = 0) -> Iterator[Run]:
        """Yield the runs of the job, one by one; raise `NotLoaded`.

        With `skip`, only what is left of the first round after so many runs: a child before this
        one died, and that is verdict enough.
        """
        with world(), self.output.installed(), warnings.catch_warnings():
            # The ledger has them, with lines of the learner's; Python would show lines of ours.
            warnings.filterwarnings("ignore", "coroutine .* was never awaited", RuntimeWarning)
            if self.job.program is not None:
                yield self._played()
                return
            module = self._loaded()
            self._scenes = self._scenarios()
            itinerary = Itinerary(self.job, self._scenes)
            yield from self._first_round(itinerary, module, skip)
            if skip:
                return
            for takes in itinerary.further():
                self.begin(takes[0])
                module = self._loaded_anew()
                for take in takes:
                    self.begin(take)
                    yield self._perform(take, module, itinerary)

    def _first_round(self, itinerary: Itinerary, module: ModuleType, skip: int) -> Iterator[Run]:
        takes = itinerary.first()
        for number, take in enumerate(takes[skip:], skip + 1):
            run = self._perform(take, module, itinerary)
            # Thousands of names are looked at: once, after all that could replace one.
            replaced = self.fence.replaced() if number == len(takes) else ()
            yield replace(run, replaced=(*run.replaced, *replaced))

    def _loaded_anew(self) -> ModuleType:
        """Load once more: what earlier runs left in the module is not the doing of later ones."""
        unload(self.job)
        self.crew.close()
        self.crew = Crew(Clock(), is_fenced=True)
        return self._loaded()

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
            exec(compiled(self.job.scenarios, self.job.kata), vars(module))
            return {name: vars(module)[name] for name in self.job.only}
        except Exception as error:
            message = f"The scenarios of {self.job.kata} do not load"
            raise NotLoaded("course", f"{message} ({type(error).__name__}: {error}).") from None

    # One run

    def _perform(self, take: Take, module: ModuleType, itinerary: Itinerary) -> Run:
        scenario = self._scenes[take.scenario]
        schedule = Schedule(take.seed, explores=take.explores)
        loop = self._loops(schedule, scenario.limit, VirtualLoop)()
        recorder, ledger = self._watchers(loop)
        asyncio.set_event_loop(loop)
        with ledger.watching():
            performance = Performance(self.job, scenario, take, module, recorder, ledger)
            facts = performance.carry_out()
        facts.update(self._taken(recorder))
        _clear_up(loop)
        run = Run(scenario.name, take.seed, explored=take.explores, **facts)
        itinerary.note(run, schedule.orders, performance.sweep.points)
        return run

    def _played(self) -> Run:
        """Run the job's program, once."""
        program, seed = self.job.program, self.job.schedule or 0
        assert program is not None
        module = self._loaded() if self.job.filename else None
        code = code_of(program.source, program.filename)
        make_loop = self._loops(Schedule(seed), DEFAULT_LIMIT_SECONDS, ProgramLoop)
        recorder, ledger = self._watchers(make_loop())
        with ledger.watching():
            play = Play(self.job, module, recorder, ledger, self.output, make_loop)
            self.fence.make_loop = play.next_loop
            try:
                facts = play.carry_out(code)
            finally:
                self.fence.make_loop = VirtualLoop
        facts.update(self._taken(recorder))
        for loop in play.open_loops():
            _clear_up(loop)
        self.crew.close()  # its pools, too
        return Run(PROGRAM, seed, **facts)

    def _loops(self, schedule: Schedule, limit: float, kind: type[Loop]) -> Callable[[], Loop]:
        """Return what makes loops for one run, all on one clock."""
        return partial(
            kind,
            trace=Trace(with_spans=self.job.waits, mine=PREFIX),
            max_turns=MAX_TURNS,
            max_instants=MAX_INSTANTS,
            limit=limit,
            crew=self.crew,
            schedule=schedule,
        )

    def _watchers(self, loop: VirtualLoop) -> tuple[Recorder, Ledger]:
        self.crew.blocked.clear()
        self.crew.trespasses.clear()
        recorder = Recorder(loop, self.fence.replaced_now)
        return recorder, Ledger(recorder)

    def _taken(self, recorder: Recorder) -> dict[str, Any]:
        """Return what crew, fence and output have seen of a run, and begin anew."""
        facts = {
            "blocked": _blocked(recorder),
            "fenced": tuple(self.fence.tried),
            "trespasses": tuple(filter(None, map(place, self.crew.trespasses[:20]))),
            "nested_loops": tuple(filter(None, map(place, self.fence.loops))),
            "replaced": tuple(recorder.replaced),
            "output": self.output.take(),
        }
        self.fence.tried.clear()
        self.fence.loops.clear()
        return facts


def _blocked(recorder: Recorder) -> tuple[Blocked, ...]:
    since = recorder.since
    return tuple(
        Blocked(since(item.at), round(item.seconds, 6), item.what, place(item.where))
        for item in recorder.loop.crew.blocked[:50]
    )


_graveyard: list[Any] = []  # what a run left behind must not speak up during the next one


def _clear_up(loop: VirtualLoop) -> None:
    """Close the loop whatever it still holds: a few turns for cancelled tasks, and no more."""
    tasks = asyncio.all_tasks(loop)
    for task in tasks:
        with suppress(RecursionError):  # tasks that await each other hand a cancel round and round
            task.cancel()
    if tasks:
        _graveyard.append(tasks)
        with suppress(StallError, SystemExit, KeyboardInterrupt, Aborted, RecursionError):
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
        with stage.fence.loops_watched():
            return Record(job.kata, tuple(stage.runs()))
    except NotLoaded as error:
        return Record(job.kata, trouble=error.trouble, output=stage.output.take())
    finally:
        unload(job)
