"""Checks of lent."""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "cancel_comes_out": "stubborn",
    "nothing_left_running": "given_back_last no_finally",
}


@scenario
async def one_visit(kata, sweep, note):
    async def work():
        await asyncio.sleep(1)
        return "done"

    async def goodbye():
        note("goodbye")
        await asyncio.sleep(1)

    permits = asyncio.Semaphore(1)
    return await sweep(kata.lent(permits, work, goodbye), again=True, lends=[permits])


@catches("no_finally")
def test_goodbye_is_said(one_visit):
    """Goodbye is said, also when the work is cut short."""
    got = len(one_visit.notes("goodbye"))
    assert got == 1, one_visit.explain(1, got=got)
