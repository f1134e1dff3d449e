"""Every async test of this project runs on the lab's own loop."""

from __future__ import annotations

from grader.lab import VirtualLoop


def pytest_asyncio_loop_factories(config, item):
    return {"virtual": VirtualLoop}


def pytest_addoption(parser):
    parser.addoption(
        "--rounds", type=int, default=3, help="how often test_repeatable.py judges each reference"
    )
