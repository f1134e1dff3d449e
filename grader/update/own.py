"""A learner's own commits beside newer ones of the course: what of both is kept."""

from __future__ import annotations

from grader.errors import UsageError
from grader.update.clone import Clone, Entry, Tree
from grader.update.layout import Layout, differing


def commit_of_both(clone: Clone, old: str, new: str, layout: Layout) -> str:
    """Return a commit behind both: the course as it is in `new`, the learner's files as in `old`.

    Nothing is moved. Raises `UsageError` when both changed a file of the course's.
    """
    base = clone.base(old, new)
    if not base:
        raise UsageError("Your commits and the course have no common beginning.")
    own = _kept(clone.tree(base), clone.tree(old), clone.tree(new), layout.learners)
    return clone.joined((old, new), own)


def _kept(
    base: Tree, mine: Tree, theirs: Tree, learners: dict[str, str | None]
) -> dict[str, Entry | None]:
    kept: dict[str, Entry | None] = {}
    for path in sorted(differing(base, mine)):
        if path in learners:
            place = learners[path]
            if place is not None and path in mine:
                kept[place] = mine[path]
        elif theirs.get(path) == base.get(path):
            kept[path] = mine.get(path)
        elif theirs.get(path) != mine.get(path):
            raise UsageError(
                f"You committed changes to {path}, and so did the course. Nothing was changed; "
                "`git merge` lets you decide."
            )
    return kept
