"""`watch`: judge what was just saved, and draw one screen again."""

from __future__ import annotations

import argparse
from contextlib import ExitStack, suppress
from dataclasses import replace
from typing import Any

from grader.catalog import EXERCISES, Course, Kata
from grader.commands.check_pages import judged_kata
from grader.commands.choice import one, whole
from grader.commands.outside import Outside
from grader.errors import EXIT_GRADED, UsageError
from grader.expected import RightAnswers
from grader.report.judged import Judged, Session
from grader.report.paper import Paper, is_dumb, paper_for
from grader.report.terminal import in_detail
from grader.stubs import stub_news
from grader.verdict import Verdict
from grader.watch.canvas import draw
from grader.watch.events import Blind, Event, Events, Pressed, Saved, waiting
from grader.watch.saves import saves
from grader.watch.session import Watch
from grader.watch.signals import Left, ended_in_order

BYE = "Your progress is kept. The same command goes on where you stopped.\n"


def run(options: argparse.Namespace, outside: Outside) -> int:
    """Watch until `q`, Ctrl-C or a signal."""
    course = whole(outside.course())
    marks = outside.progress(course).marks()
    kata = one(course, options.kata, marks, outside.advice(course)) or course.katas[0]
    events = Events()
    with suppress(Left), ExitStack() as stack:
        stack.enter_context(ended_in_order())
        runner = stack.enter_context(outside.runner(course, course.katas))
        runner.start()
        stack.enter_context(saves(course.root / EXERCISES, events, poll=options.poll))
        watch = _watch(course, kata, runner, outside)
        news = stub_news(course.katas, watch.progress)
        if outside.has_screen() and not is_dumb(outside.environ):
            _on_screen(watch, events, outside, news)
        else:
            _in_lines(watch, events, outside, news)
    outside.page(BYE)
    return EXIT_GRADED


def _watch(course: Course, kata: Kata, runner: Any, outside: Outside) -> Watch:
    right = RightAnswers(runner.record)

    def judge(kata: Kata) -> Verdict:
        verdict: Verdict = runner.judge(kata, course.root / kata.stub)
        return verdict

    progress = outside.progress(course)

    def describe(kata: Kata, verdict: Verdict) -> Judged:
        mark = progress.marks().get(kata.id)
        return judged_kata(outside, kata, course.root / kata.stub, verdict, mark)

    def compare(item: Judged) -> Judged:
        return replace(item, expected=right.beside(item.kata, item.failed[:1]))

    return Watch(
        course.katas,
        kata,
        progress,
        judge,
        describe,
        outside.advice(course),
        lambda: _paper(outside),
        compare,
    )


def _paper(outside: Outside) -> Paper:
    """Return the whole terminal, as it is now."""
    whole = paper_for(outside.stdout, outside.environ, whole=True)
    return replace(whole, height=whole.height + 1)  # no prompt needs a line here


def _seen(happened: list[Event]) -> list[Event]:
    for event in happened:
        if isinstance(event, Blind):
            raise UsageError(f"Saves cannot be seen ({event.why}). Try --poll.")
    return happened


# A screen


def _on_screen(watch: Watch, events: Events, outside: Outside, news: str) -> None:
    from grader.watch.terminal import terminal, told_when_long  # only where there are terminals

    assert outside.stdin is not None
    watch.progress.note = watch.heard
    with terminal(outside.stdout, outside.stdin.fileno(), events):
        draw(outside.stdout, "Getting ready ...")
        watch.open(watch.kata)
        if news:
            watch.tell(news)
        while True:
            draw(outside.stdout, shown := watch.screen())
            if events.empty():  # the verdict is there; its picture may take a moment longer
                watch.look_closer()
                if shown != (shown := watch.screen()):
                    draw(outside.stdout, shown)
            happened = _seen(waiting(events))
            with told_when_long(), watch.going_on():
                _carry_out(watch, happened)


def _carry_out(watch: Watch, happened: list[Event]) -> None:
    """Do what happened, in order; several saves together are judged once."""
    for event in happened:
        if isinstance(event, Pressed):
            watch.pressed(event.key)
    watch.saved([event.path for event in happened if isinstance(event, Saved)])


# Lines


def _in_lines(watch: Watch, events: Events, outside: Outside, news: str) -> None:
    """Say each verdict in full, one below the other, as long as somebody reads them."""
    if news:
        outside.note(f"note: {news}")
    watch.open(watch.kata)
    while _is_told(watch, outside):
        while not _was_saved(watch, _seen(waiting(events))):
            pass


def _is_told(watch: Watch, outside: Outside) -> bool:
    watch.look_closer()
    assert watch.item is not None
    session = Session([watch.item], watch.advice, named=True)
    outside.page(in_detail(session, outside.paper) + "\n")
    return outside.deliver()


def _was_saved(watch: Watch, happened: list[Event]) -> bool:
    return watch.saved([event.path for event in happened if isinstance(event, Saved)])
