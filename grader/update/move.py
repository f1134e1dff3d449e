"""From one version of the course to a later one: all of it, or nothing."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass

from grader.errors import UsageError
from grader.update.aside import ASIDE, Aside
from grader.update.clone import Clone, GitError, Tree
from grader.update.layout import differing

MOST_NAMED = 3


@dataclass(frozen=True)
class Move:
    """A way from HEAD to a later commit. `learners` tells where each file of theirs belongs."""

    clone: Clone
    target: str
    before: Tree
    after: Tree
    learners: dict[str, str | None]

    def make(self) -> None:
        """Go there; the learner's texts come along.

        Raises `UsageError` when other files stand in the way, or git fails; all is as it was then.
        """
        changed = self.clone.changed() & self._touched
        obstacles = {path for path in changed - self.learners.keys() if self._is_there(path)}
        self._refuse(obstacles | self._new_and_there)
        mine = sorted(changed)  # the learner's, and what was moved away and has nothing to lose
        aside = Aside(self.clone.root)
        with _undisturbed(), self._index_kept() as put_index_back:
            try:
                aside.take(mine)
                self._as_in_head(mine)
                quiet = ("-c", "merge.autoStash=false")
                self.clone.git(*quiet, "merge", "--quiet", "--ff-only", self.target)
            except (GitError, OSError):
                self._undo()
                aside.put_back()
                put_index_back()
                raise
            try:
                aside.put_back(self.learners)
            except OSError as error:
                place = error.filename2 or error.filename
                raise UsageError(
                    f"The course is updated, but {place} could not be put back "
                    f"({error.strerror}). It waits in {ASIDE}: mend that, then update again."
                ) from None

    @property
    def _touched(self) -> set[str]:
        return differing(self.before, self.after)

    @property
    def _new_and_there(self) -> set[str]:
        return {path for path in self._touched - self.before.keys() if self._is_there(path)}

    def _is_there(self, path: str) -> bool:
        return os.path.lexists(self.clone.root / path)

    def _refuse(self, obstacles: set[str]) -> None:
        if obstacles:
            named = ", ".join(sorted(obstacles)[:MOST_NAMED])
            more = len(obstacles) - MOST_NAMED
            named += f" and {more} more" if more > 0 else ""
            raise UsageError(
                f"The new course has other versions of files that you changed or made: {named}. "
                "Nothing was changed; move them elsewhere, then update again."
            )

    def _as_in_head(self, paths: Sequence[str]) -> None:
        if paths:
            self.clone.git("checkout", "--quiet", "HEAD", "--", *paths)

    def _undo(self) -> None:
        """Take back what git had written before it failed; none of it was the learner's."""
        for path in self._touched:
            with suppress(OSError):
                if path not in self.before:
                    (self.clone.root / path).unlink(missing_ok=True)
        with suppress(GitError):
            self._as_in_head(sorted(self._touched & self.before.keys()))

    @contextmanager
    def _index_kept(self) -> Iterator[Callable[[], None]]:
        index = self.clone.index
        copy = index.with_name(f"katas-index-{os.getpid()}")
        shutil.copy2(index, copy)
        try:
            yield lambda: os.replace(copy, index)
        finally:
            copy.unlink(missing_ok=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put off being stopped: a moment later there is nothing half done. git inherits this."""
    with ExitStack() as stack:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            before = signal.signal(number, signal.SIG_IGN)
            stack.callback(signal.signal, number, before)
        yield
