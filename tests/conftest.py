"""Every async test of this project runs on the lab's own loop."""

from __future__ import annotations

from grader.lab import VirtualLoop


def pytest_asyncio_loop_factories(config, item):
    return {"virtual": VirtualLoop}
