"""What was solved once and is not any more, after an edit or an update, said plainly."""

from __future__ import annotations

from grader.marks import NOT_STARTED, Mark


def regression(mark: Mark, latest: str = "") -> str:
    """Return `was solved on 2026-11-20 and fails now`; nothing where that is not so.

    `latest` is the status to look at where it is newer than the mark.
    """
    now = latest or mark.latest
    if mark.status != "pass" or now == "pass":
        return ""
    # A progress file of the first version knew no days.
    once = f"was solved on {mark.solved_on}" if mark.solved_on else "was solved before"
    return f"{once} and is the stub again" if now == NOT_STARTED else f"{once} and fails now"
