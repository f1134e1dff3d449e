"""Every async test of this project runs on the lab's own loop; long tests begin first."""

from __future__ import annotations

import gc
import os
import signal

import pytest

from grader.lab import VirtualLoop

# What takes seconds, of a processor's time or in waiting for a real limit, in this order. Begun
# last, one of them would keep everybody waiting at the end. The first keeps every processor busy on
# purpose, which those that meet a real limit had better not share.
LONG = (
    "tests/test_repeatable.py",
    "tests/test_course.py",
    "tests/grader/worker/test_hostile.py",
    "tests/grader/lab/boundaries/test_grading.py",
)


def pytest_asyncio_loop_factories(config, item):
    return {"virtual": VirtualLoop}


def pytest_addoption(parser):
    parser.addoption(
        "--rounds", type=int, default=2, help="how often test_repeatable.py judges each reference"
    )


def pytest_configure(config):
    # A shell starts what it runs in the background deaf to Ctrl-C, and all processes inherit it.
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    # Under `nohup` we stay deaf, and what we start hears: a handler of ours is not inherited.
    for number in (signal.SIGHUP, signal.SIGQUIT):
        if signal.getsignal(number) == signal.SIG_IGN:
            signal.signal(number, lambda *_: None)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers():
    """Some tests wait for a real limit of ten seconds; meanwhile another may have their place."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish():
    # Thousands of collected tests would be looked at by every full collection, and each run of a
    # submission asks for one.
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items):
    places = {path: place for place, path in enumerate(LONG)}
    items.sort(key=lambda item: places.get(item.nodeid.partition("::")[0], len(LONG)))
