"""Programs that hold a race, and programs that hold none: what the schedules are judged by.

Each program is a coroutine function whose docstring says what it is about. A racy one fails, or
stands still, under the schedules that show its race; a correct one ends well under every schedule.
`python -m tests.grader.lab.corpus` prints which seeds find which race.
"""

import importlib
from inspect import iscoroutinefunction, signature

from grader.lab import DeadlockError, run

RACY_MODULES = ("racy_state", "racy_order")
CORRECT_MODULES = (
    "correct_tasks",
    "correct_sharing",
    "correct_services",
    "correct_threads",
    "correct_promises",
)


def programs(modules):
    """Return the programs of some modules by name: coroutine functions that take nothing."""
    found = {}
    for name in modules:
        module = importlib.import_module(f"{__name__}.{name}")
        for word, value in vars(module).items():
            if iscoroutinefunction(value) and not signature(value).parameters:
                assert word not in found, f"two programs are called {word}"
                found[word] = value
    return found


RACY = programs(RACY_MODULES)
CORRECT = programs(CORRECT_MODULES)


def fails(program, seed, **options):
    """Return True when the program does not hold under this seed; raise for any other error."""
    error = run(program, seed=seed, **options).error
    if error is not None and not isinstance(error, (AssertionError, DeadlockError)):
        raise error
    return error is not None
