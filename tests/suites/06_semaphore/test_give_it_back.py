"""A permit is held exactly while op runs, and is back whatever happens.

Permits are counted an instant later, so that who gives back a turn of the loop later is in time.
"""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "cancel_comes_out": "swallows_the_cancel",
    "comes_to_an_end": "takes_two_permits",
    "everything_awaited": "acquire_not_awaited calls_op_too_early op_not_awaited",
    "nothing_left_running": (
        "cancels_op_and_leaves looks_whether_op_is_over lost_on_cancel lost_on_error"
        " op_in_background op_outlives_the_cancel pauses_before_giving_back takes_two_permits"
        " wait_leaves_op_running"
    ),
}


def plan(draw):
    """Return three values with how long their ops take: no multiples of a round pause."""
    values = draw.shuffled([draw.names(1)[0], 0, ""])
    return list(zip(values, draw.shuffled([0.625, 0.875, 1.375]), strict=True))


async def free(permits):
    """Return how many permits can be taken, and give them back."""
    await asyncio.sleep(0.125)
    taken = 0
    while not permits.locked() and taken < 9:
        taken += await permits.acquire()
    for _ in range(taken):
        permits.release()
    return taken


@scenario
async def one_permit(kata, draw, work):
    permits = asyncio.Semaphore(1)
    ops = [work("op", wait, gives=value) for value, wait in plan(draw)]
    return await asyncio.gather(*(kata.guarded(permits, op) for op in ops))


@scenario(schedules=2)
async def room_for_all(kata, draw, work):
    permits = asyncio.Semaphore(3)
    ops = [work("op", wait, gives=value) for value, wait in plan(draw)]
    return await asyncio.gather(*(kata.guarded(permits, op) for op in ops))


@scenario
async def a_lock_and_a_bounded_semaphore(kata, work, attempt):
    op = work("op", 0.5, gives="done")
    kinds = (asyncio.Lock(), asyncio.BoundedSemaphore(1))
    return [await attempt(kata.guarded(kind, op)) for kind in kinds]


@scenario
async def two_long_ops(kata, work, note):
    permits = asyncio.Semaphore(1)
    op = work("op", 600)
    await asyncio.gather(kata.guarded(permits, op), kata.guarded(permits, op))
    note("free", await free(permits))


@scenario
async def op_fails(kata, work, note, attempt, failure):
    permits = asyncio.Semaphore(1)
    ended = await attempt(kata.guarded(permits, work("op", 0.5, fails=failure("paper jam"))))
    note("free", await free(permits))
    return ended


@scenario
async def cancelled_while_waiting(kata, work, note, attempt):
    permits = asyncio.Semaphore(1)
    async with permits:
        waiting = asyncio.create_task(kata.guarded(permits, work("op", 1)))
        await asyncio.sleep(0.5)
        waiting.cancel()
        await attempt(waiting)
    note("free", await free(permits))


@scenario(schedules=1)
async def cancelled_in_the_first_turns(kata, work, note, attempt):
    for turns in (1, 2, 3):
        permits = asyncio.Semaphore(1)
        begun = asyncio.create_task(kata.guarded(permits, work("op", 1)))
        for _ in range(turns):
            await asyncio.sleep(0)
        begun.cancel()
        await attempt(begun)
        note("free", await free(permits))


@scenario
async def cancelled_anywhere(kata, work, note, sweep):
    permits = asyncio.Semaphore(1)
    await sweep(kata.guarded(permits, work("op", 2, cleanup=0.5)), lends=[permits])
    note("free", await free(permits))


def permits_back(run, because):
    """Ask that the one permit that was free before is free again."""
    run.expect(f"{run.notes('free')[0].value} free", "1 free", because=because)


@catches(
    "drops_empty_values enters_without_waiting forgets_the_return op_in_background op_not_awaited"
    " refuses_to_wait takes_two_permits"
)
def test_each_gets_the_value_of_its_op(one_permit):
    """Each caller gets the value of its own op, be it 0 or an empty text."""
    one_permit.gives([value for value, _ in plan(one_permit.draw)])


@catches(
    "acquire_not_awaited enters_without_waiting given_back_too_early given_back_twice"
    " looks_but_does_not_take op_in_background op_not_awaited refuses_to_wait runs_without_a_permit"
    " semaphore_of_its_own takes_two_permits"
)
def test_no_op_without_a_permit(one_permit):
    """With one permit no two ops run at the same time."""
    most = one_permit.peak("op")
    one_permit.expect(most, 1, because="this is how many ops ran at once, and there is one permit")


@catches("calls_op_too_early enters_without_waiting refuses_to_wait takes_two_permits")
def test_op_is_called_with_the_permit_in_hand(one_permit):
    """op() is called when there is a permit for it, not before."""
    ran = [call for call in one_permit.calls("op") if call.started is not None]
    why = "op() was called then, and there was no permit for it yet"
    one_permit.expect([call.called for call in ran], [call.started for call in ran], because=why)


@catches(
    "acquire_not_awaited enters_without_waiting given_back_too_early given_back_twice"
    " looks_but_does_not_take looks_whether_op_is_over op_in_background op_not_awaited"
    " pauses_before_giving_back polls_for_a_permit refuses_to_wait runs_without_a_permit"
    " semaphore_of_its_own takes_two_permits"
)
def test_a_free_permit_is_used_at_once(one_permit):
    """Whoever waits goes on at the moment when a permit is free."""
    waits = [wait for _, wait in plan(one_permit.draw)]
    late = "the permit was free, or should have been, while somebody waited for it"
    early = "there is one permit, so one op runs after the other"
    one_permit.takes(sum(waits), " + ".join(map(str, waits)), late=late, early=early)


@catches(
    "enters_without_waiting looks_whether_op_is_over one_lock_for_everybody op_in_background"
    " op_not_awaited pauses_before_giving_back takes_two_permits"
)
def test_with_permits_for_all_they_run_together(room_for_all):
    """With three permits three callers run at the same time."""
    waits = [wait for _, wait in plan(room_for_all.draw)]
    late = "there was a permit for everybody, so nobody has to wait"
    early = "not every op ran to its end"
    room_for_all.takes(max(waits), f"max({', '.join(map(str, waits))})", late=late, early=early)


@catches(
    "acquire_not_awaited enters_without_waiting forgets_the_return given_back_twice"
    " op_in_background op_not_awaited takes_two_permits"
)
def test_any_kind_of_permit(a_lock_and_a_bounded_semaphore):
    """A Lock and a BoundedSemaphore work like a Semaphore."""
    got = [ended.error or ended.value for ended in a_lock_and_a_bounded_semaphore.value]
    a_lock_and_a_bounded_semaphore.expect(got, ["done", "done"])


@catches(
    "acquire_not_awaited enters_without_waiting given_back_twice gives_up_waiting"
    " one_lock_for_everybody refuses_to_wait takes_two_permits"
)
def test_back_after_a_value(two_long_ops):
    """After op has returned, be it after ten minutes, the permit is back: no more and no less."""
    permits_back(two_long_ops, "two ops returned, one after the other, and one was free before")


@catches("acquire_not_awaited given_back_twice lost_on_error takes_two_permits")
def test_back_after_an_error(op_fails):
    """After an error of op the permit is back: as many are free as before."""
    permits_back(op_fails, "op failed, and one permit had been free before")


@catches(
    "enters_without_waiting hides_errors op_in_background op_not_awaited takes_two_permits"
    " tries_again"
)
def test_an_error_comes_out(op_fails):
    """An error of op comes out, and op is not called again."""
    op_fails.raises("paper jam", because="the caller has to learn that op failed")
    op_fails.expect(len(op_fails.calls("op")), 1, because="this is how often op was called")


@catches("acquire_inside_try acquire_not_awaited gives_back_on_any_cancel")
def test_who_leaves_the_line_gives_nothing_back(cancelled_while_waiting):
    """Whoever is cancelled while waiting has no permit, and gives none back."""
    permits_back(cancelled_while_waiting, "it was cancelled while it waited for a permit")


@catches("acquire_not_awaited runs_without_a_permit semaphore_of_its_own")
def test_who_leaves_the_line_runs_nothing(cancelled_while_waiting):
    """Whoever is cancelled while waiting runs no op."""
    ran = [call for call in cancelled_while_waiting.calls("op") if call.started is not None]
    why = "somebody else held the only permit until the cancel, and later nobody wanted one"
    cancelled_while_waiting.expect(f"{len(ran)} run", "0 run", because=why)


@catches(
    "acquire_not_awaited given_back_twice lost_on_cancel lost_on_error taken_here_given_back_there"
    " takes_two_permits"
)
def test_back_after_a_cancel_right_at_the_start(cancelled_in_the_first_turns):
    """Cancelled in the very first turns of the loop, it leaves all permits there."""
    for turn, note in enumerate(cancelled_in_the_first_turns.notes("free"), 1):
        why = (
            f"it was cancelled in turn {turn} of the loop after its start, and one was free before"
        )
        cancelled_in_the_first_turns.expect(f"{note.value} free", "1 free", because=why)


@catches(
    "acquire_not_awaited given_back_twice lost_on_cancel lost_on_error pauses_before_giving_back"
    " takes_two_permits"
)
def test_back_after_a_cancel(cancelled_anywhere):
    """After a cancel the permit is back: as many are free as before."""
    permits_back(cancelled_anywhere, "one permit had been free before")


@catches(
    "cancels_op_and_leaves looks_whether_op_is_over op_in_background op_outlives_the_cancel"
    " takes_two_permits wait_leaves_op_running"
)
def test_op_has_ended_when_the_cancel_comes_out(cancelled_anywhere):
    """When CancelledError comes out, op has ended."""
    going = [call for call in cancelled_anywhere.calls("op") if call.outcome == "running"]
    why = "you left while op was still running, or cleaning up"
    cancelled_anywhere.expect(f"{len(going)} running", "0 running", because=why)
