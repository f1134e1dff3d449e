"""The git clone that a course lives in: what of git an update needs, as a few plain questions."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from grader.errors import UsageError

Entry = tuple[str, str]  # mode and blob
Tree = dict[str, Entry]  # by path from the root, with slashes

_OTHERS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")  # of a git that called us
_OURS = {"GIT_TERMINAL_PROMPT": "0", "GIT_LITERAL_PATHSPECS": "1", "LC_ALL": "C"}
_GONE = ("0", "0" * 40)


class GitError(Exception):
    """Raised when git refuses or fails; holds what it said, in one line."""


@dataclass(frozen=True)
class Clone:
    """A clone with `root` as its top folder. Every method may raise `GitError`."""

    root: Path

    def git(self, *arguments: str, feed: bytes = b"", index: Path | None = None) -> bytes:
        """Run git, with another index where one is given, and return what it printed."""
        environ = {key: value for key, value in os.environ.items() if key not in _OTHERS} | _OURS
        if index is not None:
            environ["GIT_INDEX_FILE"] = str(index)
        try:
            done = subprocess.run(
                ["git", *arguments],
                cwd=self.root,
                input=feed,
                capture_output=True,
                env=environ,
                check=False,
            )
        except OSError as error:
            raise GitError(f"git cannot be started ({error.strerror})") from None
        if done.returncode:
            raise GitError(_said(done.stderr.decode(errors="replace")))
        return done.stdout

    def examine(self) -> None:
        """Raise `UsageError` where there is nothing that an update could follow."""
        try:
            top = Path(self._line("rev-parse", "--show-toplevel"))
        except GitError as error:
            if "not a git repository" not in str(error):
                raise
            top = None
        if top is None or top.resolve() != self.root.resolve():
            raise UsageError(f"The course at {self.root} is no git clone: there is no newer one.")
        try:
            branch = self._line("symbolic-ref", "--short", "HEAD")
        except GitError:
            raise UsageError(
                "No branch is checked out (HEAD is detached). `git switch BRANCH` goes to one."
            ) from None
        try:
            self._line("rev-parse", "--abbrev-ref", "@{upstream}")
        except GitError:
            raise UsageError(
                f"The branch {branch} has no upstream to follow. "
                f"`git branch --set-upstream-to=origin/{branch}` names one."
            ) from None
        if (self.folder / "MERGE_HEAD").exists() or self.git("ls-files", "--unmerged"):
            raise UsageError("A merge is under way here. Finish it, or `git merge --abort`.")

    @cached_property
    def folder(self) -> Path:
        """Where git keeps this clone."""
        return Path(self._line("rev-parse", "--absolute-git-dir"))

    @property
    def index(self) -> Path:
        """The file of what is staged."""
        return self.folder / "index"

    def fetch(self) -> None:
        """Learn what the upstream has; changes no file and no branch of the learner's."""
        self.git("fetch", "--quiet")

    def commit(self, name: str) -> str:
        """Return the id of a commit."""
        return self._line("rev-parse", "--verify", f"{name}^{{commit}}")

    def base(self, one: str, other: str) -> str:
        """Return the newest commit that both come from; "" where there is none."""
        try:
            return self._line("merge-base", one, other)
        except GitError:
            return ""

    def count(self, old: str, new: str) -> int:
        """Return how many commits are new."""
        return int(self._line("rev-list", "--count", f"{old}..{new}"))

    def tree(self, commit: str) -> Tree:
        """Return every file of a commit."""
        rows = self.git("ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0")
        tree = {}
        for row in filter(None, rows):
            kind, _, path = row.partition(b"\t")
            mode, _, blob = kind.decode().split(" ")
            tree[os.fsdecode(path)] = (mode, blob)
        return tree

    def changed(self) -> set[str]:
        """Return the tracked files that are not as in HEAD, here or in what is staged."""
        both = [
            self.git("diff", "--name-only", "--no-renames", "-z", *staged, "HEAD")
            for staged in ((), ("--cached",))
        ]
        return {os.fsdecode(name) for names in both for name in names.split(b"\0") if name}

    def joined(self, parents: Sequence[str], changes: Mapping[str, Entry | None]) -> str:
        """Make a commit: the last parent's files with these changes. No branch moves, no file."""
        index = self.folder / f"katas-index-{os.getpid()}"
        rows = [
            f"{' '.join(entry or _GONE)}\t".encode() + os.fsencode(path)
            for path, entry in changes.items()
        ]
        try:
            self.git("read-tree", parents[-1], index=index)
            self.git("update-index", "-z", "--index-info", feed=b"\0".join(rows), index=index)
            tree = self._line("write-tree", index=index)
        finally:
            index.unlink(missing_ok=True)
        before = [word for parent in parents for word in ("-p", parent)]
        return self._line("commit-tree", tree, *before, "-m", "Update the course")

    def _line(self, *arguments: str, index: Path | None = None) -> str:
        return os.fsdecode(self.git(*arguments, index=index)).rstrip("\n")


def _said(stderr: str) -> str:
    """Return the line of git's complaint that tells most: its first, without the label."""
    lines = [" ".join(line.split()) for line in stderr.splitlines() if line.strip()]
    told = [line for line in lines if re.match(r"(fatal|error): ", line)] or lines or ["no reason"]
    return re.sub(r"^(fatal|error): ", "", told[0])
