"""The lock of virtual worlds: waiting for it takes virtual time, with virtual timeouts."""

from __future__ import annotations

from types import TracebackType

from grader.lab.threads import MEMBERS, Gate, get_ident, new_lock


class Lock(Gate):
    """Stands in for `threading.Lock` while a world is installed.

    Threads outside any crew use the real lock inside and notice nothing.
    """

    __slots__ = ()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take the lock; `timeout` is in virtual seconds for threads of a crew."""
        if self.real.acquire(False):
            return True
        if not blocking:
            return False
        member = MEMBERS.get(get_ident())
        if member is None or member.is_starting_thread:
            return self.real.acquire(True, timeout)
        return member.crew.wait(member, self, timeout)

    def locked(self) -> bool:
        """Return True while somebody holds the lock."""
        return self.real.locked()

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()

    def _at_fork_reinit(self) -> None:
        # The standard library calls this on its locks in a forked child.
        self.real = new_lock()
        self.waiters.clear()
