"""The whole of an update: keep, fetch, move, and say what is new."""

from __future__ import annotations

from collections.abc import Callable, Set
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from grader.backups import Answer, keep_example
from grader.catalog import Course
from grader.errors import UsageError
from grader.report.updated import News
from grader.update.aside import Aside
from grader.update.clone import Clone, GitError, Tree
from grader.update.layout import Layout, blob, differing, katas_in
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
        _mend(Aside(course.root), answers, clone.changed())
        begun = {answer.kata.id for answer in answers if answer.keep()}
        told("fetching the newest course")
        clone.fetch()
        return _updated(clone, begun, answers)
    except (GitError, OSError) as error:
        said = getattr(error, "strerror", None) or error
        raise UsageError(
            f"The course could not be updated, and everything is as it was: {said}."
        ) from None


def _mend(aside: Aside, answers: list[Answer], changed: Set[str]) -> None:
    """Bring back what a killed update left aside, where nothing was written since.

    The rest is dropped: all of it was kept in a backup before it was put aside.
    """
    free = {
        _name(answer.kata.stub): answer.kata.stub.as_posix()
        for answer in answers
        if not answer.path.exists() or answer.is_untouched()
    } | {
        _name(answer.kata.example): answer.kata.example.as_posix()
        for answer in answers
        if not (answer.kata.root / answer.kata.example).exists()
        or answer.kata.example.as_posix() not in changed
    }
    aside.resume({path: free.get(_name(Path(path))) for path in aside.left_behind()})


def _name(path: Path) -> tuple[str, ...]:
    """Return what names a kata's file also after the kata got a new number."""
    return path.parent.parent.name, path.parent.name[len("00_") :], path.name


def _updated(clone: Clone, begun: Set[str], answers: list[Answer]) -> News | None:
    old, new = clone.commit("HEAD"), clone.commit("@{upstream}")
    base = clone.base(old, new)
    if base == new:
        return None
    before, after = clone.tree(old), clone.tree(new)
    layout = Layout(katas_in(clone.root, before), katas_in(clone.root, after))
    own = base != old
    target = commit_of_both(clone, old, new, layout) if own else new
    changed = clone.changed() | differing(clone.tree(base), before)
    examples = _kept_examples(layout, changed)
    untouched = {answer.kata.id for answer in answers if answer.is_untouched()}
    Move(clone, target, before, clone.tree(target) if own else after, layout.learners).make()
    for name in untouched & layout.new.keys():
        with suppress(UsageError):  # an old stub stays one; the update has been made
            Answer(layout.new[name]).become_stub()
    news = News(clone.count(old, new), old, own, begun=begun, examples=examples)
    return _compared(news, layout, before, after)


def _kept_examples(layout: Layout, changed: Set[str]) -> set[str]:
    """Keep a copy of each example that the learner changed; return the ids of their katas."""
    mine = [kata for kata in layout.old.values() if kata.example.as_posix() in changed]
    return {kata.id for kata in mine if keep_example(kata)}


def _compared(news: News, layout: Layout, before: Tree, after: Tree) -> News:
    both = list(layout.both())
    return replace(
        news,
        new=[kata for name, kata in layout.new.items() if name not in layout.old],
        gone=[kata for name, kata in layout.old.items() if name not in layout.new],
        stubs=[
            kata
            for was, kata in both
            if kata.id in news.begun and blob(before, was.pristine) != blob(after, kata.pristine)
        ],
        programs=[
            kata
            for was, kata in both
            if kata.id in news.examples and blob(before, was.example) != blob(after, kata.example)
        ],
        tasks=[kata for was, kata in both if blob(before, was.readme) != blob(after, kata.readme)],
        moved=[kata for was, kata in both if was.folder != kata.folder],
    )
