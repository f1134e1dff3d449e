"""The whole of an update: keep, fetch, move, and say what is new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from grader.backups import Answer
from grader.catalog import Course
from grader.errors import UsageError
from grader.report.updated import News
from grader.update.aside import Aside
from grader.update.clone import Clone, GitError, Tree
from grader.update.layout import Layout, blob, katas_in
from grader.update.move import Move
from grader.update.own import commit_of_both

Told = Callable[[str], None]


def update(course: Course, told: Told = lambda doing: None) -> News | None:
    """Bring the course up to date and return what is new; None where nothing is.

    `told` hears what is being done. Whatever goes wrong raises `UsageError`, and all is as it was.
    """
    clone = Clone(course.root)
    try:
        clone.examine()
        answers = [Answer(kata) for kata in course.katas]
        _mend(Aside(course.root), answers)
        kept = {answer.kata.id: answer.keep() for answer in answers}
        told("fetching the newest course")
        clone.fetch()
        return _updated(clone, kept, answers)
    except (GitError, OSError) as error:
        said = getattr(error, "strerror", None) or error
        raise UsageError(
            f"The course could not be updated, and everything is as it was: {said}."
        ) from None


def _mend(aside: Aside, answers: list[Answer]) -> None:
    """Bring back answers that a killed update left aside, where nothing was written since.

    Others are dropped: every answer was kept in a backup before it was put aside.
    """
    free = {
        (answer.kata.chapter_folder, answer.kata.filename): answer.kata.stub.as_posix()
        for answer in answers
        if not answer.path.exists() or answer.is_untouched()
    }
    left = [Path(path) for path in aside.left_behind()]
    aside.resume({path.as_posix(): free.get((path.parent.parent.name, path.name)) for path in left})


def _updated(clone: Clone, kept: Mapping[str, object], answers: list[Answer]) -> News | None:
    old, new = clone.commit("HEAD"), clone.commit("@{upstream}")
    base = clone.base(old, new)
    if base == new:
        return None
    before, after = clone.tree(old), clone.tree(new)
    layout = Layout(katas_in(clone.root, before), katas_in(clone.root, after))
    own = base != old
    target = commit_of_both(clone, old, new, layout) if own else new
    untouched = {answer.kata.id for answer in answers if answer.is_untouched()}
    Move(clone, target, before, clone.tree(target) if own else after, layout.answers).make()
    for name in untouched & layout.new.keys():
        with suppress(UsageError):  # an old stub stays one; the update has been made
            Answer(layout.new[name]).become_stub()
    begun = {name for name, backup in kept.items() if backup is not None}
    return _news(layout, before, after, begun, clone.count(old, new), old, own)


def _news(
    layout: Layout,
    before: Tree,
    after: Tree,
    begun: set[str],
    commits: int,
    old: str,
    own: bool,
) -> News:
    both = list(layout.both())
    return News(
        commits,
        old,
        own,
        new=[kata for name, kata in layout.new.items() if name not in layout.old],
        gone=[kata for name, kata in layout.old.items() if name not in layout.new],
        stubs=[
            kata
            for was, kata in both
            if kata.id in begun and blob(before, was.pristine) != blob(after, kata.pristine)
        ],
        tasks=[kata for was, kata in both if blob(before, was.readme) != blob(after, kata.readme)],
        moved=[kata for was, kata in both if was.folder != kata.folder],
        begun=begun,
    )
