"""Nothing forgotten: save, then notify with the id, and wait for both."""

import asyncio

from grader.run import Error
from grader.suite import Draw, catches, scenario

FREE = {
    "everything_awaited": ("save_not_awaited", "notify_not_awaited", "runs_a_second_loop"),
    "nothing_left_running": ("notify_in_background", "gather_both", "hands_over_the_task"),
    "one_loop": ("runs_a_second_loop",),
}


def plan(draw: Draw) -> tuple[dict[str, str], list[str], float, float]:
    """Draw a record, the ids that `save` gives one after the other, and how long each step takes.

    Saving takes longer than notifying, so that steps which wrongly overlap always end in one order.
    """
    title, *ids = draw.names(4)
    telling, saving = sorted(draw.seconds(2, low=0.25, high=2))
    return {"title": title}, ids, saving, telling


@scenario
async def one_order(kata, draw, spy):
    """Save and notify, and nothing fails."""
    record, ids, saving, telling = plan(draw)
    stock = iter(ids)

    @spy
    async def save(record):
        await asyncio.sleep(saving)
        return next(stock)

    @spy
    async def notify(record_id):
        await asyncio.sleep(telling)

    return await kata.save_and_notify(save, notify, record)


@scenario
async def save_fails(kata, draw, spy, attempt, failure):
    """The record cannot be saved."""
    record, _, saving, telling = plan(draw)

    @spy
    async def save(record):
        await asyncio.sleep(saving)
        raise failure("the disk is full")

    @spy
    async def notify(record_id):
        await asyncio.sleep(telling)

    return await attempt(kata.save_and_notify(save, notify, record))


@scenario
async def notify_fails(kata, draw, spy, attempt, failure):
    """The record is saved, but nobody can be told."""
    record, ids, saving, telling = plan(draw)

    @spy
    async def save(record):
        await asyncio.sleep(saving)
        return ids[0]

    @spy
    async def notify(record_id):
        await asyncio.sleep(telling)
        raise failure("nobody is at home")

    return await attempt(kata.save_and_notify(save, notify, record))


def marks(error: Error | None) -> set[str | None]:
    """Return the marks of an error and of all errors inside it; a group counts as what it holds."""
    return {error.mark}.union(*map(marks, error.inner)) if error else set()


@catches(
    "save_not_awaited",
    "forgets_the_return",
    "saves_twice",
    "visible_example",
    "runs_a_second_loop",
)
def test_returns_the_id(one_order):
    """The result is the id that save returned."""
    _, (saved, *_), _, _ = plan(one_order.draw)
    assert one_order.value == saved, one_order.explain(
        saved, got=one_order.value, because=f"save gave the record the id {saved}"
    )


@catches(
    "save_not_awaited",
    "gather_both",
    "hands_over_the_task",
    "visible_example",
    "runs_a_second_loop",
)
def test_notify_gets_the_id(one_order):
    """notify is called with the id that save returned."""
    _, (saved, *_), _, _ = plan(one_order.draw)
    told = one_order.calls("notify")[0].args
    assert told == (saved,), one_order.explain(
        (saved,), got=told, because=f"save gave the record the id {saved}"
    )


@catches("save_not_awaited", "gather_both", "hands_over_the_task", "runs_a_second_loop")
def test_notify_waits_for_save(one_order):
    """notify starts when save has ended, not before."""
    save, notify = one_order.calls("save")[0], one_order.calls("notify")[0]
    assert save.ended is not None, one_order.explain(
        "save to its end, then notify", got="notify without save", because="save never ran"
    )
    assert notify.called >= save.ended, one_order.explain(
        save.ended,
        got=notify.called,
        because="notify needs an id, and there is none before save has ended",
    )


@catches("notify_not_awaited", "notify_in_background", "runs_a_second_loop")
def test_notify_has_ended(one_order):
    """When you return, notify has run to its end."""
    outcome = one_order.calls("notify")[0].outcome
    assert outcome == "returned", one_order.explain(
        "notify returned", got=f"notify {outcome}", because="you returned before notify had ended"
    )


@catches("save_not_awaited", "saves_twice", "runs_a_second_loop")
def test_saves_the_record_once(one_order):
    """The record is saved, and saved once."""
    record, *_ = plan(one_order.draw)
    saved = [call.args for call in one_order.calls("save") if call.outcome == "returned"]
    assert saved == [(record,)], one_order.explain(
        1, got=len(saved), because="save should run to its end exactly once, with the record"
    )


@catches(
    "save_not_awaited",
    "gather_both",
    "hands_over_the_task",
    "notifies_anyway",
    "runs_a_second_loop",
)
def test_nobody_hears_of_a_failed_save(save_fails):
    """When save fails, notify is never called."""
    outcome = save_fails.calls("save")[0].outcome
    assert outcome == "raised", save_fails.explain(
        "save raised", got=f"save {outcome}", because="save was not run to its end"
    )
    told = save_fails.calls("notify")
    assert not told, save_fails.explain(
        0, got=len(told), because="there is nothing to tell about a record that was not saved"
    )


@catches("save_not_awaited", "hides_the_failure", "runs_a_second_loop")
def test_error_of_save_comes_out(save_fails):
    """When save fails, your caller gets its error."""
    assert "the disk is full" in marks(save_fails.value.error), save_fails.explain(
        "RuntimeError: the disk is full",
        got=save_fails.value,
        because="the error of save goes through you to your caller",
    )


@catches("notify_not_awaited", "notify_in_background", "hides_the_failure", "runs_a_second_loop")
def test_error_of_notify_comes_out(notify_fails):
    """When notify fails, your caller gets its error."""
    assert "nobody is at home" in marks(notify_fails.value.error), notify_fails.explain(
        "RuntimeError: nobody is at home",
        got=notify_fails.value,
        because="the error of notify goes through you to your caller",
    )
