"""A context manager around the coroutine keeps the task and reports errors."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def kept(
    keep: set[asyncio.Task[Any]], on_error: Callable[[BaseException], None]
) -> Iterator[None]:
    task = asyncio.current_task()
    try:
        yield
    except Exception as error:
        on_error(error)
    finally:
        keep.discard(task)


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    async def run() -> Any:
        with kept(keep, on_error):
            return await coro

    task = asyncio.create_task(run())
    keep.add(task)
    return task
