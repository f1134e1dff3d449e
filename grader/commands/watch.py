"""`watch`: judge what was just saved, and draw one screen again."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
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
from grader.verdict import Verdict
from grader.watch.canvas import canvas, draw, take_again
from grader.watch.events import Blind, Event, Events, Pressed, Redraw, Saved, waiting
from grader.watch.saves import saves
from grader.watch.session import Watch

BYE = "Your progress is kept. The same command goes on where you stopped.\n"


def run(options: argparse.Namespace, outside: Outside) -> int:
    """Watch until `q`, Ctrl-C or a signal."""
    course = whole(outside.course())
    marks = outside.progress(course).marks()
    kata = one(course, options.kata, marks, outside.advice(course)) or course.katas[0]
    events = Events()
    with ExitStack() as stack:
        stack.enter_context(_ended_by(signal.SIGTERM, signal.SIGHUP))
        runner = stack.enter_context(outside.runner(course, course.katas))
        runner.start()
        stack.enter_context(saves(course.root / EXERCISES, events, poll=options.poll))
        watch = _watch(course, kata, runner, outside)
        if _is_terminal(outside):
            _on_screen(watch, events, outside, stack)
        else:
            _in_lines(watch, events, outside)
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


def _is_terminal(outside: Outside) -> bool:
    streams = (sys.stdin, outside.stdout)
    return all(stream.isatty() for stream in streams) and not is_dumb(outside.environ)


# A screen


def _on_screen(watch: Watch, events: Events, outside: Outside, stack: ExitStack) -> None:
    from grader.watch.keyboard import keyboard, listen  # only where there are terminals

    stack.enter_context(canvas(outside.stdout))
    terminal = sys.stdin.fileno()
    stack.enter_context(keyboard(terminal, events))

    def back(*_: object) -> None:
        listen(terminal)
        take_again(outside.stdout)
        events.put(Redraw())

    stack.enter_context(_handled(signal.SIGCONT, back))
    stack.enter_context(_handled(signal.SIGWINCH, lambda *_: events.put(Redraw())))
    draw(outside.stdout, "Getting ready ...")
    watch.open(watch.kata)
    happened: list[Event] = [Redraw()]
    shown = ""
    while _carried_out(watch, happened):
        if shown != (shown := watch.screen()) or Redraw() in happened:
            draw(outside.stdout, shown)
        if events.empty():  # the verdict is there; its picture may take a moment longer
            watch.look_closer()
            if shown != (shown := watch.screen()):
                draw(outside.stdout, shown)
        happened = waiting(events)


def _carried_out(watch: Watch, happened: list[Event]) -> bool:
    """Do what happened, in order; several saves together are judged once. False at the end."""
    for event in happened:
        if isinstance(event, Blind):
            raise UsageError(f"Saves cannot be seen ({event.why}). Try --poll.")
        if isinstance(event, Pressed) and not watch.pressed(event.key):
            return False
    watch.saved([event.path for event in happened if isinstance(event, Saved)])
    return True


# Lines


def _in_lines(watch: Watch, events: Events, outside: Outside) -> None:
    """Say each verdict in full, one below the other, until somebody ends it."""
    watch.open(watch.kata)
    while True:
        watch.look_closer()
        if watch.item is not None:
            session = Session([watch.item], watch.advice, named=True)
            outside.stdout.write(in_detail(session, outside.paper) + "\n")
            outside.stdout.flush()
        while not _was_saved(watch, waiting(events)):
            pass


def _was_saved(watch: Watch, happened: list[Event]) -> bool:
    for event in happened:
        if isinstance(event, Blind):
            raise UsageError(f"Saves cannot be seen ({event.why}). Try --poll.")
    return watch.saved([event.path for event in happened if isinstance(event, Saved)])


# Signals


@contextmanager
def _ended_by(*signals: signal.Signals) -> Iterator[None]:
    """End like Ctrl-C does when one of these comes: the terminal is put back, nobody stays."""

    def end(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    with ExitStack() as stack:
        for number in signals:
            stack.enter_context(_handled(number, end))
        yield


@contextmanager
def _handled(number: signal.Signals, handler: Any) -> Iterator[None]:
    before = signal.signal(number, handler)
    try:
        yield
    finally:
        signal.signal(number, before)
