"""The loop's doors to the real world: files, signals, threads and executors."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from grader.lab.crew.threads import MEMBERS, Crew, Member, get_ident
from grader.lab.real.files import CountingSelector
from grader.lab.real.reality import Work
from grader.lab.world import is_installed


class OutsideLoop(asyncio.SelectorEventLoop):
    """An event loop that knows what may reach it from outside, and shares a crew's clock."""

    _member: Member | None = None  # whose thread it runs in, where that is not the crew's own loop

    def __init__(self, crew: Crew) -> None:
        self.crew = crew
        self._files = CountingSelector()
        self._children: dict[Any, Work] = {}
        super().__init__(self._files)
        crew.reality.watchers.append(self._files.watches_files)

    def close(self) -> None:
        """Close the loop, and listen to nothing any more."""
        super().close()
        if self._files.watches_files in self.crew.reality.watchers:
            self.crew.reality.watchers.remove(self._files.watches_files)

    # Running

    def run_forever(self) -> None:
        """Run until stopped; the current thread lives in virtual time meanwhile.

        In a thread of its crew it pauses where others would wait, and all share one time.
        """
        with self.crew.on_this_thread(), self._in_this_thread():
            super().run_forever()

    @contextmanager
    def _in_this_thread(self) -> Iterator[None]:
        member, bell = MEMBERS[get_ident()], self.crew.reality.bell
        before = bell.wake_loop
        if member.thread is None:
            bell.wake_loop = self._write_to_self
        else:
            self._member = member
        try:
            yield
        finally:
            self._member, bell.wake_loop = None, before

    _write = asyncio.SelectorEventLoop._write_to_self

    def _write_to_self(self) -> None:
        self._write()
        member = self._member
        if member is not None and member is not MEMBERS.get(get_ident()):
            self.crew.wake(member)

    # Waiting

    def _hear(self, when: float, limit: float) -> bool:
        """Listen to the real world until the virtual time `when`; True if it speaks before.

        Where the clock walks, it goes as far as `limit` and gives up there.
        """
        clock, reality = self.crew.clock, self.crew.reality
        walks = reality.walks()
        until = min(when, limit) if walks else when
        seconds = until - clock.now
        events, passed = reality.listen(
            self._files.select, seconds, walks=walks, waits=self._files.files > 0
        )
        self._process_events(events)
        if passed < seconds:
            clock.now += passed
        elif until < when:
            clock.now = until
            self._give_up_on_time(self._end_of_time)
        return passed < seconds

    def _pause(self, member: Member, when: float) -> None:
        """Let others run until the virtual time `when`, or until this loop is called."""
        if not self._files.watches_files() or self.crew.is_fenced:
            self.crew.wait_for_call(member, when)
            return
        select, call = self._files.select, self._write
        self._process_events(select(0) or self.crew.wait_for_file(member, when, select, call))

    # Doors

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
            job = self.crew.reality.begin(Work(holds_clock=True))
            future.add_done_callback(lambda _: self.crew.reality.end(job))
        return future

    async def shutdown_default_executor(self, *args: Any, **options: Any) -> None:
        """Wait until the threads of the default executor have ended, as asyncio does."""
        if is_installed():
            await super().shutdown_default_executor(*args, **options)
            return
        job = self.crew.reality.begin(Work(holds_clock=True))
        try:
            await super().shutdown_default_executor(*args, **options)
        finally:
            self.crew.reality.end(job)

    # Two methods of asyncio's Unix loop that typeshed does not name.

    async def _make_subprocess_transport(self, protocol: Any, *args: Any, **options: Any) -> Any:
        if is_installed():  # the world knows of every process
            return await super()._make_subprocess_transport(  # type: ignore[misc]
                protocol, *args, **options
            )
        self._children[protocol] = self.crew.reality.begin(Work())
        try:
            return await super()._make_subprocess_transport(  # type: ignore[misc]
                protocol, *args, **options
            )
        except BaseException:  # it never began, or it has ended
            self._end_of_child(protocol)
            raise

    def _child_watcher_callback(self, pid: int, returncode: int, transport: Any) -> None:
        # Before 3.12 called in a thread of asyncio's own, of which the loop knows nothing else.
        super()._child_watcher_callback(pid, returncode, transport)  # type: ignore[misc]
        self._end_of_child(transport.get_protocol())

    def _end_of_child(self, protocol: Any) -> None:
        work = self._children.pop(protocol, None)
        if work is not None:
            self.crew.reality.end(work)
