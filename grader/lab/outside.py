"""The loop's doors to the real world: files, signals, and threads outside virtual time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any

from grader.lab.files import CountingSelector
from grader.lab.threads import Crew
from grader.lab.world import is_installed


class OutsideLoop(asyncio.SelectorEventLoop):
    """An event loop that knows what may reach it from outside, and shares a crew's clock."""

    def __init__(self, crew: Crew) -> None:
        self.crew = crew
        self._files = CountingSelector()
        super().__init__(self._files)

    def add_signal_handler(self, sig: int, callback: Callable[..., Any], *args: Any) -> None:
        """Call back on the loop when the signal comes; from now on the loop listens for it."""
        super().add_signal_handler(sig, callback, *args)
        self._files.count_signals(len(self._signal_handlers))

    def remove_signal_handler(self, sig: int) -> bool:
        """Stop listening for a signal; False when nobody did."""
        removed = super().remove_signal_handler(sig)
        self._files.count_signals(len(self._signal_handlers))
        return removed

    def run_in_executor(
        self, executor: Executor | None, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        """Run `func` in a thread. Without a world it is a real one, for which time stands still."""
        with self.crew.on_this_thread():
            future = super().run_in_executor(executor, func, *args)
        if not is_installed():
            self._files.job_begins()
            future.add_done_callback(self._files.job_ends)
        return future

    async def shutdown_default_executor(self, *args: Any, **options: Any) -> None:
        """Wait until the threads of the default executor have ended, as asyncio does."""
        if is_installed():
            await super().shutdown_default_executor(*args, **options)
            return
        self._files.job_begins()
        try:
            await super().shutdown_default_executor(*args, **options)
        finally:
            self._files.job_ends()
