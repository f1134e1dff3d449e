"""Counts how often it is imported, and how often it judges."""

import sys
from itertools import count

from grader.suite import scenario

IMPORTED = sys.__dict__.setdefault("_times_counted_was_imported", [])
IMPORTED.append("once")
JUDGED = count(1)


@scenario
async def nothing(kata):
    return None


def test_counted(nothing):
    """The count stays at one."""
    assert False, f"imported {' and '.join(IMPORTED)}, judged {next(JUDGED)}"
