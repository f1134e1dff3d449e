"""The screens of `check`: one that fits a terminal, one per kata, one with everything."""

from __future__ import annotations

from rich.text import Text

from grader.report.judged import Judged, Session
from grader.report.kata_page import after, files, in_a_line, in_full, in_lines, to_do
from grader.report.lines import (
    BAD,
    GOOD,
    QUIET,
    STRONG,
    bounded,
    folded,
    line,
    next_calls,
    rendered,
)
from grader.report.numbers import shown
from grader.report.paper import Paper
from grader.report.score import score, stretch
from grader.report.star import course_done, starred

BAR_COLUMNS = 20
NEWS_LINES = 6
LOST_LINES = 3


def overview(session: Session, paper: Paper) -> str:
    """Return one screen: how far, what was just solved, and the first kata that is not."""
    head = [*_head(session, paper), Text()]
    if session.next is None:
        return rendered(paper, [*head, *_all_solved(session, paper)])
    news = _news(session, paper)
    news += _done(session, paper)
    also = [*_also_failing(session, paper), *_also_lost(session, paper)]
    if also and session.next.verdict.not_started:
        also.insert(0, Text())  # what stands above is the task
    foot = [*also, Text(), *files(paper, session.next), *_next(session, paper)]
    room = paper.height - len(head) - len(news) - len(foot)
    item = session.next
    whole = _whole(session, item)
    body = to_do(paper, item) if item.verdict.not_started else in_lines(paper, item, room, whole)
    return rendered(paper, [*head, *news, *body, *foot])


def in_detail(session: Session, paper: Paper) -> str:
    """Return the judged katas, each in full."""
    rows = [row for item in session.judged for row in [*_detail(paper, item), Text()]]
    if len(session.judged) == 1 and session.next is not None:
        rows.pop()  # what to edit and what to type next belong together
    return rendered(paper, [*rows, *_next_for(session, paper)])


def everything(session: Session, paper: Paper) -> str:
    """Return every kata in a line, then in full those that were tried and fail."""
    rows = [*_head(session, paper), Text()]
    for item in session.judged:
        rows += in_a_line(paper, item)
    for item in session.judged:
        if not item.verdict.solved and not item.verdict.not_started:
            rows += [Text(), *_detail(paper, item)]
    rows.append(Text())
    if session.next is None:
        return rendered(paper, [*rows, *_all_solved(session, paper)])
    return rendered(paper, [*rows, *_done(session, paper), *_next(session, paper)])


def _detail(paper: Paper, item: Judged) -> list[Text]:
    body = to_do(paper, item) if item.verdict.not_started else in_full(paper, item)
    return [*body, *(() if item.verdict.solved else (Text(), *files(paper, item)))]


def progress_bar(done: int, of: int, columns: int = BAR_COLUMNS) -> str:
    """Return `[#####>....]`, full only when all is done."""
    filled = columns * done // of if of else 0
    arrow = ">" if filled < columns else ""
    return f"[{'#' * filled}{arrow}{'.' * (columns - filled - len(arrow))}]"


def _head(session: Session, paper: Paper) -> list[Text]:
    done, of = sum(item.verdict.solved for item in session.core), len(session.core)
    total = score(item.verdict for item in session.core)
    bar = progress_bar(done, of, BAR_COLUMNS if paper.width >= 60 else BAR_COLUMNS // 2)
    start = line(paper, (bar, GOOD if done else QUIET), " ", (f"{done}/{of}", STRONG), "  ")
    points = f"score {shown(total.percent)} %" if of else ""
    parts = [points, _stretch(session), session.source]
    parts += [] if session.seconds is None else [f"{session.seconds:.2f} s"]
    said = "   ".join(filter(None, parts))
    return folded(paper, said, lead=start) if of else folded(paper, said)


def _stretch(session: Session) -> str:
    """Say how many stretch katas are solved, from the first one begun or once nothing else is left.

    A newcomer's first screen is about the first kata.
    """
    begun = any(not item.verdict.not_started for item in session.stretch)
    if not session.stretch or not (begun or session.is_done):
        return ""
    of = stretch(item.verdict for item in session.stretch)
    points = f", {shown(of.points)} points" if of.points else ""
    return f"stretch {of.solved}/{of.katas}{points}"


def _news(session: Session, paper: Paper) -> list[Text]:
    if not session.news:
        return []
    if len(session.news) > 1:
        names = ", ".join(starred(item.kata.title, item.kata) for item in session.news)
        rows = folded(paper, f"Solved: {names}.", style=GOOD)
    else:
        (item,) = session.news
        said = f"Solved: {starred(item.kata.title, item.kata)}."
        rows = [*folded(paper, said, style=GOOD), *after(paper, item)]
    whole = _whole(session, session.news[0]) if len(session.news) == 1 else ""
    return [*bounded(paper, rows, NEWS_LINES, indent=4, whole=whole), Text()]


def _also_failing(session: Session, paper: Paper) -> list[Text]:
    """Say in one line which further katas were tried and fail."""
    names = [
        starred(f"{item.kata.number} {item.kata.slug}", item.kata)
        for item in session.judged
        if not (item.verdict.solved or item.verdict.not_started or item.lost)
        and item is not session.next
    ]
    for shown_names in range(len(names), 0, -1):
        left = len(names) - shown_names
        said = f"also failing: {', '.join(names[:shown_names])}"
        said += f" and {left} more" if left else ""
        if len(said) + 2 <= paper.width or shown_names == 1:
            return [line(paper, "  ", (said[: paper.width - 2], QUIET))]
    return []


def _also_lost(session: Session, paper: Paper) -> list[Text]:
    """Say which further katas were solved before; the first few, and how many more."""
    rows = [
        line(paper, "  ", (f"{item.kata.number} {item.kata.slug} {item.lost}", BAD))
        for item in session.judged
        if item.lost and item is not session.next
    ]
    whole = session.advice.call("progress")
    return bounded(paper, rows, LOST_LINES, indent=2, whole=whole)


def _whole(session: Session, item: Judged) -> str:
    return "" if session.source else session.advice.call("check", item.kata.slug)


def _done(session: Session, paper: Paper) -> list[Text]:
    """Say plainly that only stretch katas are left, and which."""
    if session.named or not session.is_done:
        return []
    left = [item for item in session.stretch if not item.verdict.solved]
    rows = course_done(paper, [item.kata for item in left])
    if all(item.verdict.not_started for item in left):
        rows += _compare(session, paper)
    return [*rows, Text()]


def _compare(session: Session, paper: Paper) -> list[Text]:
    if session.source or not session.solutions:
        return []
    advice = (
        "Now compare: solutions/ holds a reference for each kata, unusual right answers, "
        "and wrong ones that tempt."
    )
    return folded(paper, advice)


def _all_solved(session: Session, paper: Paper) -> list[Text]:
    many = len(session.judged) > 1
    rows = _news(session, paper)
    more = ", the stretch ones too" if session.stretch and session.core else ""
    said = f"Every kata is solved{more}." if many else "Solved."
    rows += [*folded(paper, said, style=GOOD), *_compare(session, paper)]
    if session.source:
        return rows
    return [*rows, Text(), *next_calls(paper, session.advice.call("progress"))]


def _next(session: Session, paper: Paper) -> list[Text]:
    call = session.advice.call
    if session.source:
        return []
    item = session.next
    if item is None or item.verdict.not_started:
        return next_calls(paper, call("check"), call("hint"))
    name = item.kata.slug
    if item.blank:
        return next_calls(paper, call("reset", name), call("check"))
    return next_calls(paper, call("check"), call("hint"), call("check", name), *_replay(session))


def _next_for(session: Session, paper: Paper) -> list[Text]:
    call = session.advice.call
    if session.source:
        return []
    if session.next is None:
        return next_calls(paper, call("check"), call("list"))
    name = session.next.kata.slug
    if session.next.blank:
        return next_calls(paper, call("reset", name), call("check", name))
    return next_calls(paper, call("check", name), call("hint", name), *_replay(session))


def _replay(session: Session) -> list[str]:
    """Return the command that shows once more what went wrong under one schedule only."""
    if session.next is None or not session.next.replay:
        return []
    return [session.advice.call("check", session.next.kata.slug, session.next.replay)]
