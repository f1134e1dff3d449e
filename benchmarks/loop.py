"""Virtual time: 100,000 distinct sleeps, and a million `sleep(0)`, on several engines.

The floor is plain asyncio that runs the same program with every delay 0: what the tasks and futures
cost when nobody keeps a clock. Each engine runs in a process of its own, in turns with the others,
so that a machine that grows slow or warm is so for all of them. Seconds are those of the processor:
all of them compute without a pause, and on a shared machine others' work would count as theirs.
"""

from __future__ import annotations

import asyncio
import importlib.util
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from math import inf
from typing import Any

from benchmarks.table import MISSING, middle, ratio, seconds, show, spread

TASKS = 1000
SLEEPS_EACH = 100
TURNS = 1_000_000
SEED = 1
ROUNDS = 5
SLOW_SECONDS = 10.0  # an engine that takes longer is not asked a second time
PATIENCE_SECONDS = 300.0

Program = Callable[[bool], Coroutine[Any, Any, None]]


# The programs; `still` asks for the floor's version, in which no time passes


async def sleeps(still: bool) -> None:
    """A thousand tasks sleep a hundred times each, and no two of them as long."""
    await asyncio.gather(*(_sleep_each([0.0] * SLEEPS_EACH if still else own) for own in delays()))


def delays() -> list[list[float]]:
    """Return how long each task sleeps each time, in seconds."""
    rng = random.Random(SEED)
    return [[rng.uniform(0.001, 1.0) for _ in range(SLEEPS_EACH)] for _ in range(TASKS)]


async def _sleep_each(delays: list[float]) -> None:
    for delay in delays:
        await asyncio.sleep(delay)


async def turns(still: bool) -> None:
    """One task gives way a million times."""
    for _ in range(TURNS):
        await asyncio.sleep(0)


PROGRAMS: dict[str, Program] = {"sleeps": sleeps, "turns": turns}


# The engines: each runs a program and returns its virtual makespan


def _plain(program: Program) -> float:
    asyncio.run(program(True))
    return 0.0


def _on(factory: Callable[[], asyncio.AbstractEventLoop], program: Program) -> float:
    with asyncio.Runner(loop_factory=factory) as runner:
        began = runner.get_loop().time()
        runner.run(program(False))
        return runner.get_loop().time() - began


def _ours(program: Program) -> float:
    from grader.lab import VirtualLoop

    return _on(lambda: VirtualLoop(max_turns=inf), program)


def _ours_traced(program: Program) -> float:
    from grader.lab import Trace, VirtualLoop

    return _on(lambda: VirtualLoop(trace=Trace(), max_turns=inf), program)


def _ours_in_a_world(program: Program) -> float:
    from grader.lab import world

    with world():
        return _ours_traced(program)


def _looptime(program: Program, **options: Any) -> float:
    import looptime

    return _on(lambda: looptime.new_event_loop(**options), program)


def _aiotools(program: Program) -> float:
    import aiotools

    clock = aiotools.VirtualClock()

    async def patched() -> None:
        with clock.patch_loop():
            await program(False)

    asyncio.run(patched())
    return float(clock.virtual_time())


def _trio(program: Program) -> float:
    from benchmarks import on_trio

    return on_trio.run(on_trio.sleeps if program is sleeps else on_trio.turns)


def _seedloop(program: Program) -> float:
    from seedloop._loop import DeterministicLoop  # not public: World does more than a loop

    return _on(DeterministicLoop, program)


@dataclass
class Engine:
    """An engine, the package it needs, and what was measured of it by program."""

    name: str
    run: Callable[[Program], float]
    needs: str = "asyncio"
    samples: dict[str, list[dict[str, float]]] = field(default_factory=dict)

    @property
    def is_installed(self) -> bool:
        """True when the package is there."""
        return importlib.util.find_spec(self.needs) is not None

    def middle_of(self, program: str, what: str) -> float | None:
        """Return the median of one measure; None when there is none."""
        return middle([sample[what] for sample in self.samples.get(program, [])])


def engines() -> list[Engine]:
    """Return all engines, the floor first."""
    return [
        Engine("plain asyncio, zero delays", _plain),
        Engine("grader.lab", _ours),
        Engine("grader.lab, traced", _ours_traced),
        Engine("grader.lab, traced in a world", _ours_in_a_world),
        Engine("seedloop", _seedloop, "seedloop"),
        Engine("aiotools", _aiotools, "aiotools"),
        Engine("looptime, noop_cycles=0", lambda p: _looptime(p, noop_cycles=0), "looptime"),
        Engine("trio, MockClock", _trio, "trio"),
        Engine("looptime", _looptime, "looptime"),
    ]


def measure(engine: Engine, program: str) -> None:
    """Run one engine once, in a new process; what goes wrong leaves no sample."""
    samples = engine.samples.setdefault(program, [])
    if samples and samples[-1]["seconds"] > SLOW_SECONDS:
        return
    command = [sys.executable, "-m", "benchmarks.loop", engine.name, program]
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE_SECONDS, check=True)
        samples.append(json.loads(done.stdout))
    except (subprocess.SubprocessError, ValueError) as error:
        print(f"{engine.name}, {program}: no answer ({error})", file=sys.stderr)


def in_this_process(engine: Engine, program: str) -> None:
    """Run one engine and print what it took, as JSON."""
    began = time.process_time()
    makespan = engine.run(PROGRAMS[program])
    took = time.process_time() - began
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": took, "makespan": makespan, "peak_mb": peak_mb}))


def main(rounds: int = ROUNDS) -> None:
    """Measure every engine that is installed, in turns, and print the table."""
    found = [engine for engine in engines() if engine.is_installed]
    for program in PROGRAMS:
        for _ in range(rounds):
            for engine in found:
                measure(engine, program)
    show(
        f"Virtual time: {TASKS * SLEEPS_EACH:,} distinct sleeps, and {TURNS:,} times sleep(0)",
        [
            *("engine", "sleeps s", "spread", "x floor", "ends at"),
            *("sleep(0) s", "spread", "x floor", "peak MB"),
        ],
        [_row(engine, found[0]) for engine in found],
        f"Medians of {rounds}, Python {sys.version.split()[0]}, each run in a process of its own;"
        " seconds of the processor."
        + "".join(f"\n{e.name}: not installed." for e in engines() if not e.is_installed),
    )


def _row(engine: Engine, floor: Engine) -> list[str]:
    row = [engine.name]
    for program in PROGRAMS:
        took = engine.middle_of(program, "seconds")
        samples = [sample["seconds"] for sample in engine.samples.get(program, [])]
        row += [seconds(took), spread(samples, 1, 3)]
        row.append(ratio(took, floor.middle_of(program, "seconds")))
        if program == "sleeps":
            makespan = engine.middle_of(program, "makespan")
            row.append(MISSING if not makespan else f"{makespan:.4f}")
    peak = engine.middle_of("turns", "peak_mb")
    return [*row, MISSING if peak is None else f"{peak:.0f}"]


if __name__ == "__main__":
    in_this_process(next(e for e in engines() if e.name == sys.argv[1]), sys.argv[2])
