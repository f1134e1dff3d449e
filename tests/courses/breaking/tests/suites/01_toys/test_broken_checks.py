"""Checks that break instead of judging."""

import sys

from grader.suite import scenario

LIFTED = ("nothing_left_running",)


@scenario
async def nothing(kata):
    return None


def test_holds(nothing):
    """One check holds, and what it prints goes nowhere near the verdict."""
    print('{"broken": "noise"}', flush=True)
    assert nothing.makespan == 1, "it takes a second"


def test_raises(nothing):
    """A check must not raise."""
    assert {"a": 1}["b"], "never said"


def test_unknown_scenario(anything):
    """A check asks for scenarios of its suite."""


async def test_is_async(nothing):
    """A check is a plain function."""
    assert False, "never said"


def test_exits(nothing):
    """A check must not exit."""
    sys.exit(3)


def test_bare_assert(nothing):
    """A bare assert says its sentence."""
    assert nothing.makespan == 2


def test_asks_for_what_never_happened(nothing):
    """What never happened is told."""
    assert nothing.calls("fetch")[0].started == 0, "never said"


def test_skips(nothing):
    """A skip earns nothing."""
    import pytest

    pytest.skip("not today")
