"""The screens of `check`: one that fits a terminal, one per kata, one with everything."""

from __future__ import annotations

from rich.text import Text

from grader.report.judged import Judged, Session
from grader.report.kata_page import after, files, in_a_line, in_full, in_lines, to_do
from grader.report.lines import GOOD, LABEL_COLUMNS, QUIET, STRONG, bounded, folded, line, rendered
from grader.report.numbers import shown
from grader.report.paper import Paper
from grader.report.score import score

BAR_COLUMNS = 20
NEWS_LINES = 6


def overview(session: Session, paper: Paper) -> str:
    """Return one screen: how far, what was just solved, and the first kata that is not."""
    head = [*_head(session, paper), Text()]
    if session.next is None:
        return rendered(paper, [*head, *_all_solved(session, paper)])
    news = _news(session, paper)
    foot = [*_also_failing(session, paper), Text()]
    foot += [*files(paper, session.next), *_next(session, paper)]
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
    foot = _all_solved(session, paper) if session.next is None else _next(session, paper)
    return rendered(paper, [*rows, Text(), *foot])


def _detail(paper: Paper, item: Judged) -> list[Text]:
    body = to_do(paper, item) if item.verdict.not_started else in_full(paper, item)
    return [*body, *(() if item.verdict.solved else (Text(), *files(paper, item)))]


def progress_bar(done: int, of: int, columns: int = BAR_COLUMNS) -> str:
    """Return `[#####>....]`, full only when all is done."""
    filled = columns * done // of if of else 0
    arrow = ">" if filled < columns else ""
    return f"[{'#' * filled}{arrow}{'.' * (columns - filled - len(arrow))}]"


def _head(session: Session, paper: Paper) -> list[Text]:
    done = sum(item.verdict.solved for item in session.judged)
    of = len(session.judged)
    total = score(item.verdict for item in session.judged)
    bar = progress_bar(done, of, BAR_COLUMNS if paper.width >= 60 else BAR_COLUMNS // 2)
    start = line(paper, (bar, GOOD if done else QUIET), " ", (f"{done}/{of}", STRONG), "  ")
    points = f"score {shown(total.percent)} %"
    source = f"   {session.source}" if session.source else ""
    spent = "" if session.seconds is None else f"   {session.seconds:.2f} s"
    return folded(paper, points + source + spent, lead=start)


def _news(session: Session, paper: Paper) -> list[Text]:
    if not session.news:
        return []
    if len(session.news) > 1:
        names = ", ".join(item.kata.title for item in session.news)
        rows = folded(paper, f"Solved: {names}.", style=GOOD)
    else:
        (item,) = session.news
        rows = [*folded(paper, f"Solved: {item.kata.title}.", style=GOOD), *after(paper, item)]
    whole = _whole(session, session.news[0]) if len(session.news) == 1 else ""
    return [*bounded(paper, rows, NEWS_LINES, indent=4, whole=whole), Text()]


def _also_failing(session: Session, paper: Paper) -> list[Text]:
    """Say in one line which further katas were tried and fail."""
    names = [
        f"{item.kata.number} {item.kata.slug}"
        for item in session.judged
        if not item.verdict.solved and not item.verdict.not_started and item is not session.next
    ]
    for shown_names in range(len(names), 0, -1):
        left = len(names) - shown_names
        said = f"also failing: {', '.join(names[:shown_names])}"
        said += f" and {left} more" if left else ""
        if len(said) + 2 <= paper.width or shown_names == 1:
            return [line(paper, "  ", (said[: paper.width - 2], QUIET))]
    return []


def _whole(session: Session, item: Judged) -> str:
    return "" if session.source else session.advice.call("check", item.kata.slug)


def _all_solved(session: Session, paper: Paper) -> list[Text]:
    many = len(session.judged) > 1
    rows = _news(session, paper)
    said = "Every kata is solved." if many else "Solved."
    rows += folded(paper, said, style=GOOD)
    if session.source:
        return rows
    if not session.solutions:
        return [*rows, Text(), *_calls(paper, session.advice.call("list"))]
    advice = (
        "Now compare: solutions/ holds a reference for each kata, unusual right answers, "
        "and wrong ones that tempt."
    )
    return [*rows, *folded(paper, advice), Text(), *_calls(paper, session.advice.call("list"))]


def _next(session: Session, paper: Paper) -> list[Text]:
    call = session.advice.call
    if session.source:
        return []
    started = session.next is not None and not session.next.verdict.not_started
    more = [call("check", session.next.kata.slug)] if started and session.next is not None else []
    return _calls(paper, call("check"), call("hint"), *more, *_replay(session))


def _next_for(session: Session, paper: Paper) -> list[Text]:
    call = session.advice.call
    if session.source:
        return []
    if session.next is None:
        return _calls(paper, call("check"), call("list"))
    name = session.next.kata.slug
    return _calls(paper, call("check", name), call("hint", name), *_replay(session))


def _replay(session: Session) -> list[str]:
    """Return the command that shows once more what went wrong under one schedule only."""
    if session.next is None or not session.next.replay:
        return []
    return [session.advice.call("check", session.next.kata.slug, session.next.replay)]


def _calls(paper: Paper, *calls: str) -> list[Text]:
    """The next commands, a few to a line, none broken in two."""
    lead = line(paper, ("next".ljust(LABEL_COLUMNS), STRONG))
    rows, row = [], lead
    for call in calls:
        if row.cell_len + len(call) > paper.width and row.cell_len > LABEL_COLUMNS:
            rows.append(row)
            row = line(paper, " " * max(0, min(LABEL_COLUMNS, paper.width - len(call))))
        row = Text.assemble(row, line(paper, call, "    "))
    return [*rows, row]
