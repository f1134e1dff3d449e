"""Run modules of the standard library's own asyncio tests on a loop, and print what failed as JSON.

`python stdlib_on.py plain|virtual MODULE...`; a program of its own, because it changes the policy.
"""

import asyncio
import importlib
import json
import os
import sys
import unittest
import warnings
from contextlib import nullcontext
from pathlib import Path

warnings.simplefilter("ignore", DeprecationWarning)
sys.path.insert(0, str(Path(__file__).parents[3]))

from grader.lab import VirtualLoop, world  # noqa: E402  # only now can it be found


class Plain(asyncio.SelectorEventLoop):
    """What the virtual loop is compared with."""


class Virtual(VirtualLoop):
    """The virtual loop, taking a selector as the tests give it, and using its own."""

    def __init__(self, selector=None):
        super().__init__()


class Policy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = {"plain": Plain, "virtual": Virtual}[sys.argv[1]]


def main(modules):
    asyncio.SelectorEventLoop = Policy._loop_factory
    asyncio.set_event_loop_policy(Policy())
    loaded = [importlib.import_module(f"test.test_asyncio.{name}") for name in modules]
    for module in loaded:
        module.tearDownModule = lambda: None  # they put the default policy back
    suite = unittest.TestSuite(map(unittest.defaultTestLoader.loadTestsFromModule, loaded))
    with (
        open(os.devnull, "w") as nowhere,
        world() if Policy._loop_factory is Virtual else nullcontext(),
    ):
        result = unittest.TextTestRunner(stream=nowhere).run(suite)
    failed = sorted(str(test) for test, _ in (*result.failures, *result.errors))
    print(json.dumps({"ran": result.testsRun, "failed": failed}))


main(sys.argv[2:])
