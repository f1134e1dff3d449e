"""One connect for each key, whoever comes first, whatever becomes of it.

Whether those who waited for a failed connect share its error, and whether a connect goes on when
its caller is cancelled, is left open; so no check counts connects after either.
"""

import asyncio
import itertools

from grader.suite import catches, scenario

FREE = {
    "cancel_comes_out": "swallows_the_cancel",
    "comes_to_an_end": (
        "a_cancel_is_no_exception lock_left_locked polls_for_the_client waiters_left_behind"
    ),
}

SOME = (1.625, 1.875, 2.375)  # nobody who looks now and then wakes up at these times

EMPTY = {"the pool": [], "None": None}  # clients that count as false


def plan(draw):
    """Return a key and the seconds that a connect takes."""
    return draw.names(1)[0], draw.pick(SOME)


def plan_two(draw):
    """Return two keys, and the different seconds that their connects take."""
    return dict(zip(draw.names(2), draw.seconds(2, low=1), strict=True))


def connecting(spy, seconds, errors=()):
    """Return a watched `connect`: each one makes another client; the first ones may fail."""
    numbers, left = itertools.count(1), list(errors)

    async def connect(key):
        number, error = next(numbers), left.pop(0) if left else None
        await asyncio.sleep(seconds)
        if error is not None:
            raise error
        return f"client {number} for {key}"

    return spy(connect, name="connect")


async def later(seconds, function, *args):
    """Call a function and await what it gives, but only after a while."""
    await asyncio.sleep(seconds)
    return await function(*args)


@scenario
async def three_at_once(kata, draw, spy):
    key, wait = plan(draw)
    slot, connect = {}, connecting(spy, wait)
    return await asyncio.gather(*(kata.get_client(slot, key, connect) for _ in range(3)))


@scenario
async def one_by_one(kata, draw, spy):
    key, wait = plan(draw)
    slot, connect = {}, connecting(spy, wait)
    return await asyncio.gather(
        *(later(at, kata.get_client, slot, key, connect) for at in (0, 0.25, 0.5, wait + 1))
    )


@scenario
async def two_keys(kata, draw, work):
    waits = plan_two(draw)
    slot, connect = {}, work("connect", waits, gives=lambda key: f"client for {key}")
    return await asyncio.gather(*(kata.get_client(slot, key, connect) for key in waits))


@scenario
async def three_slots(kata, draw, spy):
    key, wait = plan(draw)
    slots, connect = [{}, {}], connecting(spy, wait)
    both = await asyncio.gather(*(kata.get_client(slot, key, connect) for slot in slots))
    return [*both, await kata.get_client({}, key, connect)]


@scenario
async def empty_clients(kata, draw, work):
    _, wait = plan(draw)
    slot, connect = {}, work("connect", wait, gives=EMPTY.get)
    got = [(key, await kata.get_client(slot, key, connect)) for key in [*EMPTY, *EMPTY]]
    return [key if client is EMPTY[key] else f"not {key}" for key, client in got]


@scenario(schedules=2)
async def names_in_the_slot(kata, draw, work, attempt):
    key, wait = plan(draw)
    slot, connect = {}, work("connect", wait, gives=lambda key: f"client for {key}")
    await kata.get_client(slot, key, connect)
    names = [name for name in slot if isinstance(name, str) and name != key]
    return {name: await attempt(kata.get_client(slot, name, connect)) for name in names}


@scenario
async def connect_fails(kata, draw, spy, attempt, failure):
    key, wait = plan(draw)
    connect = connecting(spy, wait, [failure("database is down")])
    return await attempt(kata.get_client({}, key, connect))


@scenario
async def asked_again_after_a_failure(kata, draw, spy, attempt, failure):
    key, wait = plan(draw)
    slot, connect = {}, connecting(spy, wait, [failure("database is down")])
    await attempt(kata.get_client(slot, key, connect))
    await asyncio.sleep(1)
    return await attempt(kata.get_client(slot, key, connect))


@scenario
async def two_ask_again_at_once(kata, draw, spy, attempt, failure):
    key, wait = plan(draw)
    slot, connect = {}, connecting(spy, wait, [failure("database is down")])

    async def ask():
        ended = await attempt(kata.get_client(slot, key, connect))
        return await attempt(kata.get_client(slot, key, connect)) if ended.error else ended

    return await asyncio.gather(ask(), ask())


@scenario
async def others_wait_for_a_failure(kata, draw, spy, attempt, failure):
    key, wait = plan(draw)
    slot, connect = {}, connecting(spy, wait, [failure("database is down")])
    moments = 0, 0.25, 0.5, wait + 0.25, 4 * wait
    return await asyncio.gather(
        *(attempt(later(at, kata.get_client, slot, key, connect)) for at in moments)
    )


@scenario
async def the_first_is_cancelled(kata, draw, spy, attempt, sweep):
    key, wait = plan(draw)
    slot, connect = {}, connecting(spy, wait)
    others = (attempt(later(at, kata.get_client, slot, key, connect)) for at in (0.5, 1, 3))
    waiting = [asyncio.create_task(each) for each in others]
    await sweep(kata.get_client(slot, key, connect))
    return await asyncio.gather(*waiting)


@scenario
async def one_who_waits_is_cancelled(kata, draw, spy, attempt, sweep):
    key, wait = plan(draw)
    slot, connect = {}, connecting(spy, wait)
    others = (attempt(later(at, kata.get_client, slot, key, connect)) for at in (0, 0.5))
    waiting = [asyncio.create_task(each) for each in others]
    await asyncio.sleep(0.25)
    await sweep(kata.get_client(slot, key, connect))
    return await asyncio.gather(*waiting)


def connects_once(run, key, because):
    """Ask that a key was connected once; `because` says what more is too many."""
    often = sum(call.args == (key,) for call in run.calls("connect"))
    run.expect(f"{often} x connect", "1 x connect", because=because if often > 1 else "")


def without_client(ended):
    """Return what those got who got no client, though nothing was wrong with theirs."""
    return [each for each in ended if each.error or each.value is None]


@catches(
    "connects_each_time coroutine_in_the_slot does_not_look_again lock_after_the_look"
    " lock_for_each_call looks_only_before_the_lock no_lock no_lock_and_an_if"
)
def test_three_callers_connect_once(three_at_once):
    """When three callers come at once, there is one connect, and they get the same client."""
    key, _ = plan(three_at_once.draw)
    begun = f"{len(three_at_once.calls('connect'))} x connect"
    three_at_once.expect(begun, "1 x connect", because="all three want the same key")
    three_at_once.gives([f"client 1 for {key}"] * 3)


@catches(
    "connects_each_time coroutine_in_the_slot does_not_look_again lock_after_the_look"
    " lock_for_each_call looks_only_before_the_lock no_lock no_lock_and_an_if polls_for_the_client"
)
def test_who_comes_meanwhile_waits_for_the_first(one_by_one):
    """Whoever comes while another one connects gets the client at the moment when it is there."""
    _, wait = plan(one_by_one.draw)
    ended = [call.ended for call in one_by_one.submission_calls()[:3]]
    one_by_one.expect(ended, [wait] * 3, because="all wait for the connect that began at 0 s")


@catches("connects_each_time coroutine_in_the_slot")
def test_who_comes_later_gets_it_at_once(one_by_one):
    """Whoever comes when there is a client gets it at once, without a connect."""
    _, wait = plan(one_by_one.draw)
    last = one_by_one.submission_calls()[3]
    one_by_one.expect(last.ended, wait + 1, because="the client had been there for a second")


@catches("one_lock_for_all_keys shared_lock_in_the_slot")
def test_keys_do_not_wait_for_each_other(two_keys):
    """Two keys are connected at the same time."""
    first, second = plan_two(two_keys.draw).values()
    two_keys.takes(
        max(first, second),
        f"max({first:g}, {second:g})",
        late="one connect began only when the other one was over",
    )


@catches("one_client_for_all_keys")
def test_each_key_has_its_own_client(two_keys):
    """Each key gets the client that was made for it."""
    two_keys.gives([f"client for {key}" for key in plan_two(two_keys.draw)])


@catches("kept_in_the_module")
def test_slots_know_nothing_of_each_other(three_slots):
    """A client in one slot is no client of another slot."""
    key, _ = plan(three_slots.draw)
    why = "two empty slots, and later a third one: the client of each has to be made"
    three_slots.expect(sorted(three_slots.value), [f"client {n} for {key}" for n in (1, 2, 3)], why)


@catches("kept_in_the_module locks_in_the_module")
def test_slots_do_not_wait_for_each_other(three_slots):
    """The same key in two slots is connected at the same time."""
    _, wait = plan(three_slots.draw)
    late = "there were two slots at first, and one connect waited for the other"
    early = "a slot was empty, and nobody waited for a connect of its own"
    three_slots.takes(2 * wait, f"max({wait:g}, {wait:g}) + {wait:g}", late=late, early=early)


@catches(
    "connects_each_time coroutine_in_the_slot false_means_missing no_lock_and_an_if"
    " polls_for_the_client"
)
def test_an_empty_pool_is_a_client(empty_clients):
    """A client that counts as false is a client all the same: nobody connects again."""
    why = "[] is a client, and it was there at the second call"
    connects_once(empty_clients, "the pool", why)


@catches(
    "connects_each_time coroutine_in_the_slot false_means_missing no_lock_and_an_if"
    " none_means_missing one_client_for_all_keys polls_for_the_client"
)
def test_none_is_a_client(empty_clients):
    """None is a client, too, when connect returned it: nobody connects again."""
    why = "connect returned None, and that was there at the second call"
    connects_once(empty_clients, "None", why)


@catches("coroutine_in_the_slot hands_out_copies one_client_for_all_keys polls_for_the_client")
def test_the_very_client(empty_clients):
    """Everybody gets the very object that connect returned."""
    empty_clients.gives(
        [*EMPTY, *EMPTY],
        because="each call is to give the object that connect returned for its key",
    )


@catches("names_get_in_the_way one_client_for_all_keys")
def test_keys_may_have_any_name(names_in_the_slot):
    """A key may be any text: what you keep under a name of your own is no client of that name."""
    for name, ended in names_in_the_slot.value.items():
        got = ended.error or ended.value
        why = f'you keep something under "{name}", and then somebody asks for a client of that name'
        names_in_the_slot.expect(got, f"client for {name}", because=why)


@catches("hides_the_error retries_by_itself")
def test_an_error_comes_out(connect_fails):
    """When the connect fails, its error comes out."""
    connect_fails.raises("database is down", because="whoever asked has to learn of it")


@catches(
    "coroutine_in_the_slot failed_task_remembered lock_left_locked polls_for_the_client"
    " waiters_left_behind"
)
def test_a_failure_is_not_remembered(asked_again_after_a_failure):
    """After a failed connect the next caller gets a client of a new connect."""
    key, _ = plan(asked_again_after_a_failure.draw)
    asked_again_after_a_failure.gives(
        f"client 2 for {key}", because="the second connect would have gone well"
    )


@catches(
    "coroutine_in_the_slot every_waiter_tidies_up failed_task_remembered hides_the_error"
    " lock_after_the_look lock_for_each_call lock_left_locked lock_thrown_away no_lock"
    " no_lock_and_an_if none_after_a_failure polls_for_the_client task_without_a_shield"
    " waiters_left_behind"
)
def test_two_who_ask_again(two_ask_again_at_once):
    """Two who ask again at once after a failed connect share the next one, or take turns."""
    two_ask_again_at_once.expect(
        f"{two_ask_again_at_once.peak('connect')} at the same time",
        "1 at the same time",
        because="these are connects for one and the same key",
    )
    left = without_client(two_ask_again_at_once.value)
    assert not left, two_ask_again_at_once.explain(
        "a client for both", got=left, because="only the first connect failed"
    )


@catches(
    "hides_the_error lock_left_locked none_after_a_failure polls_for_the_client waiters_left_behind"
)
def test_nobody_gets_nothing(others_wait_for_a_failure):
    """Whoever waits for a connect that fails gets its error or a client, never nothing."""
    ended = others_wait_for_a_failure.value
    empty = [each for each in ended if each.error is None and each.value is None]
    why = "the connect failed, and whoever waited for it does not know"
    assert not empty, others_wait_for_a_failure.explain(
        "an error or a client", got=empty[0], because=why
    )


@catches(
    "lock_after_the_look lock_for_each_call lock_left_locked lock_thrown_away no_lock"
    " no_lock_and_an_if polls_for_the_client waiters_left_behind"
)
def test_connects_of_a_key_never_overlap(others_wait_for_a_failure):
    """Two connects for one key never run at the same time, also after one that failed."""
    others_wait_for_a_failure.expect(
        f"{others_wait_for_a_failure.peak('connect')} at the same time",
        "1 at the same time",
        because="these are connects for one and the same key",
    )


@catches(
    "a_cancel_is_no_exception cancelled_with_the_first coroutine_in_the_slot lock_left_locked"
    " none_after_a_failure polls_for_the_client task_without_a_shield waiters_left_behind"
)
def test_the_first_is_cancelled_and_the_others_get_a_client(the_first_is_cancelled):
    """When the caller who came first is cancelled, all the others still get a client."""
    left = without_client(the_first_is_cancelled.value)
    assert not left, the_first_is_cancelled.explain(
        "a client for all the others", got=left, because="nobody but the first was cancelled"
    )


@catches("cancelled_with_the_first coroutine_in_the_slot task_without_a_shield")
def test_one_who_waits_is_cancelled_and_the_others_get_a_client(one_who_waits_is_cancelled):
    """When a caller who waits is cancelled, all the others still get a client."""
    left = without_client(one_who_waits_is_cancelled.value)
    assert not left, one_who_waits_is_cancelled.explain(
        "a client for all the others", got=left, because="only one of those who wait was cancelled"
    )


@catches(
    "a_cancel_is_no_exception lock_after_the_look lock_for_each_call lock_left_locked"
    " lock_thrown_away no_lock no_lock_and_an_if polls_for_the_client shield_inside_the_lock"
    " waiters_left_behind"
)
def test_a_cancel_starts_no_second_connect_beside_the_first(the_first_is_cancelled):
    """After a cancel, too, connects for one key never run at the same time."""
    the_first_is_cancelled.expect(
        f"{the_first_is_cancelled.peak('connect')} at the same time",
        "1 at the same time",
        because="these are connects for one and the same key",
    )
