"""The loops that are compared, and how other people's tests are made to use them."""

from __future__ import annotations

import asyncio
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from selectors import BaseSelector, DefaultSelector

sys.path.insert(0, str(Path(__file__).parents[3]))  # the checkout that this file stands in

from grader.lab import VirtualLoop, world  # only now can it be found


class Counting:
    """Counts the loops that ran, so that a table can say how many tests used one.

    The standard library runs some tests once for each kind of selector. The virtual loop has its
    own, of the default kind; for other kinds it only repeats itself, which is not counted.
    """

    ran = 0
    counts = True

    def run_forever(self) -> None:
        Counting.ran += self.counts
        super().run_forever()  # type: ignore[misc]


class Plain(Counting, asyncio.SelectorEventLoop):
    """What the virtual loop is compared with."""

    def __init__(self, selector: BaseSelector | None = None) -> None:
        super().__init__(selector)
        self.counts = selector is None or isinstance(selector, DefaultSelector)


class Virtual(Counting, VirtualLoop):
    """The virtual loop; takes a selector, as tests may hand one over, and uses its own."""

    def __init__(self, selector: BaseSelector | None = None) -> None:
        super().__init__()
        self.counts = selector is None or isinstance(selector, DefaultSelector)
        if selector is not None:
            selector.close()


KINDS: dict[str, type[asyncio.SelectorEventLoop]] = {
    "plain": Plain,
    "loop": Virtual,  # alone: threads and time.sleep are the real ones
    "world": Virtual,  # with virtual time installed in the whole process
}


def use(kind: str) -> None:
    """Make every way to a default loop lead to this kind; call it before tests are imported."""
    loop = KINDS[kind]
    asyncio.SelectorEventLoop = loop  # type: ignore[misc]
    if hasattr(asyncio, "EventLoop"):  # 3.13
        asyncio.EventLoop = loop
    # Not another policy: the tests put the default one back whenever they are done.
    asyncio.DefaultEventLoopPolicy._loop_factory = loop  # type: ignore[attr-defined]


def surroundings(kind: str) -> AbstractContextManager[None]:
    """Return what has to be open while tests run on this kind."""
    return world() if kind == "world" else nullcontext()
