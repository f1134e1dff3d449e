"""Stubs that are not what an answer was begun from any more, after an update or a pull by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from grader.catalog import PRISTINE, Kata
from grader.marks import Mark, Marks, digest_of
from grader.progress import Progress

MOST_NAMED = 3


def stub_news(katas: Iterable[Kata], progress: Progress) -> str:
    """Return one line about the stubs that changed under an answer, and remember it as told.

    Nothing where none did. A file that is the new stub has nothing to be compared with.
    """
    changed = _changed(katas, progress.marks())
    know_stubs(changed, progress)
    return _sentence(changed) if changed else ""


def know_stubs(katas: Iterable[Kata], progress: Progress) -> None:
    """Remember that their stubs, as they are now, are no news to the learner."""
    progress.know_stubs({kata.id: digest_of(kata.root / kata.pristine) for kata in katas})


def _changed(katas: Iterable[Kata], marks: Marks) -> list[Kata]:
    return [kata for kata in katas if _is_changed(kata, marks.get(kata.id, Mark()))]


def _is_changed(kata: Kata, mark: Mark) -> bool:
    if not (mark.is_begun and mark.stub):
        return False
    now = digest_of(kata.root / kata.pristine)
    return now not in ("", mark.stub, digest_of(kata.root / kata.stub))


def _sentence(katas: Sequence[Kata]) -> str:
    names = [f"{kata.number} {kata.slug}" for kata in katas[:MOST_NAMED]]
    names += [f"{len(katas) - MOST_NAMED} more"] if len(katas) > MOST_NAMED else []
    if len(names) == 1:
        return (
            f"The stub of {names[0]} has changed since you began it. Your file stays as it is; "
            f"{PRISTINE} beside it is the new stub."
        )
    return (
        f"The stubs of {', '.join(names[:-1])} and {names[-1]} have changed since you began them. "
        f"Your files stay as they are; {PRISTINE} beside each is the new stub."
    )
