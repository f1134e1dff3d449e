"""Nothing forgotten: save, then notify with the id, and wait for both."""

import asyncio

from grader.suite import Draw, catches, scenario

FREE = {
    "everything_awaited": "nothing_awaited notify_not_awaited runs_a_second_loop save_not_awaited",
    "no_error_lost": "waits_without_asking",
    "nothing_left_running": (
        "gather_both hands_over_the_task kept_in_the_background notify_in_background"
        " sleeps_and_hopes"
    ),
    "one_loop": "runs_a_second_loop",
}


def plan(draw: Draw) -> tuple[dict[str, str], list[str], float, float]:
    """Draw a record, the ids that `save` gives one after the other, and how long each step takes.

    Saving takes longer than notifying, so that steps which wrongly overlap always end in one order.
    Both take more than a minute, longer than one might wait in the hope that all is done.
    """
    title, *ids = draw.names(4)
    telling, saving = sorted(draw.seconds(2, low=61, high=90))
    return {"title": title}, ids, saving, telling


@scenario
async def one_order(kata, draw, work):
    """Save and notify, and nothing fails."""
    record, ids, saving, telling = plan(draw)
    stock = iter(ids)
    save = work("save", saving, gives=lambda record: next(stock))
    return await kata.save_and_notify(save, work("notify", telling), record)


@scenario
async def save_fails(kata, draw, work, attempt, failure):
    """The record cannot be saved."""
    record, _, saving, telling = plan(draw)
    save = work("save", saving, fails=failure("the disk is full"))
    return await attempt(kata.save_and_notify(save, work("notify", telling), record))


@scenario
async def notify_fails(kata, draw, work, attempt, failure):
    """The record is saved, but nobody can be told."""
    record, ids, saving, telling = plan(draw)
    save = work("save", saving, gives=ids[0])
    notify = work("notify", telling, fails=failure("nobody is at home"))
    return await attempt(kata.save_and_notify(save, notify, record))


@scenario
async def empty_id(kata, draw, work):
    """The id is a text without a letter."""
    record, _, saving, telling = plan(draw)
    save = work("save", saving, gives="")
    return await kata.save_and_notify(save, work("notify", telling), record)


@scenario
async def two_orders(kata, draw, work, attempt):
    """A second order is saved while the customer of the first one is being told."""
    record, ids, saving, telling = plan(draw)
    records = [record, {"title": ids[0]}]
    save = work("save", saving, gives=lambda record: ids[1 + records.index(record)])
    notify = work("notify", telling)

    async def order(record, late):
        await asyncio.sleep(late)
        return await attempt(kata.save_and_notify(save, notify, record))

    return await asyncio.gather(order(records[0], 0), order(records[1], telling / 2))


def has_raised(run, name: str) -> str:
    """Return whether a given function got so far as to raise its error."""
    raised = any(call.outcome == "raised" for call in run.calls(name))
    return f"{name} raised the RuntimeError" if raised else f"{name} was not run to its end"


def ids_of(run) -> str:
    """Return which ids save gave, or that it never got so far."""
    ids = [call.value for call in run.calls("save") if call.outcome == "returned"]
    return f"save returned the id {', then '.join(ids)}" if ids else "save was not run to its end"


def begun(run, name: str):
    """Return the first call of a given function that was begun, or else the first one at all."""
    calls = run.calls(name)
    return next((call for call in calls if call.started is not None), calls[0])


@catches("awaits_the_function nothing_awaited runs_a_second_loop save_not_awaited saves_twice")
def test_saves_the_record_once(one_order):
    """The record is saved, and saved once."""
    record, *_ = plan(one_order.draw)
    saved = [call.args for call in one_order.calls("save") if call.outcome == "returned"]
    one_order.expect(len(saved), 1, because="this is how often save ran to its end")
    one_order.expect(saved, [(record,)])


@catches(
    "awaits_the_function forgets_the_return nothing_awaited returns_what_notify_returns"
    " runs_a_second_loop save_not_awaited saves_twice visible_example"
)
def test_returns_the_id(one_order):
    """The result is the id that save returned."""
    _, (saved, *_), _, _ = plan(one_order.draw)
    one_order.gives(saved, because=ids_of(one_order))


@catches("one_id_for_all")
def test_two_orders_stay_apart(two_orders):
    """Of two orders at the same time, each gets its own id."""
    _, (_, first, second), _, _ = plan(two_orders.draw)
    got = [ended.value for ended in two_orders.value]
    late = "the second order was saved while the customer of the first one was being told"
    if got[0] == second or got[1] == first:
        two_orders.expect(got, [first, second], because=late)


@catches("awaits_the_function forgets_to_notify runs_a_second_loop")
def test_notify_is_called_once(one_order):
    """notify is called, and called once."""
    told = one_order.calls("notify")
    one_order.expect(len(told), 1)


@catches(
    "awaits_the_function forgets_to_notify gather_both hands_over_the_task nothing_awaited"
    " notifies_with_the_record runs_a_second_loop save_not_awaited visible_example"
)
def test_notify_gets_the_id(one_order):
    """notify is called with the id that save returned."""
    _, (saved, *_), _, _ = plan(one_order.draw)
    told = begun(one_order, "notify").args
    one_order.expect(told, (saved,), because=ids_of(one_order))


@catches(
    "awaits_the_function forgets_to_notify gather_both hands_over_the_task nothing_awaited"
    " runs_a_second_loop save_not_awaited"
)
def test_notify_waits_for_save(one_order):
    """notify starts when save has ended, not before."""
    save, notify = begun(one_order, "save"), begun(one_order, "notify")
    if save.ended is None:
        one_order.expect("notify without save", "save to its end, then notify")
    why = "notify needs an id, and there is none before save has ended"
    one_order.expect(notify.called, max(notify.called, save.ended), because=why)


@catches(
    "awaits_the_function forgets_to_notify gives_up_waiting kept_in_the_background nothing_awaited"
    " notify_in_background notify_not_awaited runs_a_second_loop sleeps_and_hopes"
)
def test_notify_has_ended(one_order):
    """When you return, notify has run to its end."""
    outcome = begun(one_order, "notify").outcome
    why = "you returned while it was running" if outcome == "running" else ""
    one_order.expect(f"notify {outcome}", "notify returned", because=why)


@catches(
    "awaits_the_function errors_as_results gather_both hands_over_the_task nothing_awaited"
    " notifies_anyway runs_a_second_loop save_not_awaited"
)
def test_nobody_hears_of_a_failed_save(save_fails):
    """When save fails, notify is never called."""
    save_fails.expect(f"save {begun(save_fails, 'save').outcome}", "save raised")
    why = "it was called, though the record was not saved"
    save_fails.expect(len(save_fails.calls("notify")), 0, because=why)


@catches(
    "awaits_the_function errors_as_results hides_the_failure nothing_awaited raises_another_error"
    " runs_a_second_loop save_not_awaited"
)
def test_error_of_save_comes_out(save_fails):
    """When save fails, your caller gets its error."""
    save_fails.raises("the disk is full", because=has_raised(save_fails, "save"))


@catches(
    "awaits_the_function errors_as_results forgets_to_notify gives_up_waiting hides_the_failure"
    " hides_the_failure_of_notify kept_in_the_background nothing_awaited notify_in_background"
    " notify_not_awaited raises_another_error returns_in_finally runs_a_second_loop"
    " sleeps_and_hopes waits_without_asking"
)
def test_error_of_notify_comes_out(notify_fails):
    """When notify fails, your caller gets its error."""
    notify_fails.raises("nobody is at home", because=has_raised(notify_fails, "notify"))


@catches("tries_again")
def test_what_failed_is_not_tried_again(save_fails, notify_fails):
    """A step that fails is not tried again."""
    for run, step in ((save_fails, "save"), (notify_fails, "notify")):
        often = sum(call.started is not None for call in run.calls(step))
        run.expect(often, min(often, 1), because=f"this is how often {step} was begun")


@catches("awaits_the_function empty_id_is_none forgets_to_notify runs_a_second_loop")
def test_an_empty_id_is_an_id(empty_id):
    """notify is called also when the id is an empty text."""
    empty_id.expect(len(empty_id.calls("notify")), 1, because="save returned the id ''")
