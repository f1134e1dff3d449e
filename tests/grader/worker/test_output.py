"""How much a submission may print."""

import pytest

from grader.worker.output import FLOOD_CHARACTERS, SHOWN_CHARACTERS, Output

HALF = "x" * (FLOOD_CHARACTERS // 2)


@pytest.fixture
def floods():
    return []


@pytest.fixture
def output(floods):
    return Output(lambda: floods.append(True))


def test_a_run_that_prints_on_and_on_is_a_flood(output, floods):
    for _ in range(3):
        output.write(HALF)
    assert floods


def test_many_runs_that_each_print_a_good_deal_are_no_flood(output, floods):
    for _ in range(5):
        output.write(HALF)
        assert len(output.take()) == SHOWN_CHARACTERS
    assert not floods
