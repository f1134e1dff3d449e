"""A task in the background that neither vanishes nor fails unheard."""

import asyncio
import gc
import weakref

from grader.run import Error
from grader.suite import catches, scenario

FREE = {
    "no_error_lost": (
        "a_new_set_each_time asks_a_cancelled_task bare_create_task error_left_in_the_task"
        " lets_go_at_once nothing_but_create_task only_some_errors reported_and_raised_again"
    ),
    "nothing_left_running": "looks_now_and_then nothing_returned shields_the_coroutine",
}

SOON = 1 / 64  # s after something has ended, in which nothing else happens
WAITS = [100.75, 200.25, 300.25]  # s; who looks every tenth of a second does not look then


class NoSuchAddress(Exception):
    """What a mail may fail with: an error of the program's own."""


class Bell:
    """Those who wait for it are held weakly, as the loop holds its tasks."""

    def __init__(self):
        self.waiting = weakref.WeakSet()

    async def heard(self):
        ringing = asyncio.get_running_loop().create_future()
        self.waiting.add(ringing)
        return await ringing

    def ring(self):
        for ringing in list(self.waiting):
            ringing.set_result("heard")


def plan(draw):
    """Return how long a mail takes, and the value of sending it."""
    return draw.pick(WAITS), draw.names(1)[0]


def plan_three(draw):
    """Return how long each of three mails takes: the first one is neither first nor last."""
    return dict(zip(draw.names(3), (1.5, 0.5, 2.5), strict=True))


def listener(spy):
    """Return a watched `on_error`."""
    return spy(lambda error: None, name="on_error")


@scenario(schedules=1)
async def garbage_is_collected(kata, spy):
    bell, keep = Bell(), set()
    asyncio.get_running_loop().call_later(1, bell.ring)
    gc.collect()  # or Python might do it of itself, somewhere on the way
    await kata.spawn(spy(bell.heard, name="mail")(), keep, listener(spy))
    await asyncio.sleep(0.5)
    gc.collect()
    await asyncio.sleep(1)


@scenario(schedules=2)
async def all_goes_well(kata, draw, spy, work, note, attempt):
    wait, value = plan(draw)
    keep = set()
    task = await kata.spawn(work("mail", wait, gives=value)(), keep, listener(spy))
    note("a task", isinstance(task, asyncio.Task))
    note("on the way", place(task, keep))
    await asyncio.sleep(wait / 2)
    note("on the way", place(task, keep))
    await asyncio.sleep(wait / 2 + SOON)
    note("kept", len(keep))
    return await attempt(task)


@scenario(schedules=2)
async def the_mail_fails(kata, draw, spy, work, note, failure):
    wait, _ = plan(draw)
    keep = set()
    mail = work("mail", wait, fails=failure("no such address", NoSuchAddress))
    await kata.spawn(mail(), keep, listener(spy))
    await kata.spawn(work("other", 1)(), set(), spy(lambda error: None, name="not_for_this"))
    await asyncio.sleep(wait + SOON)
    note("kept", len(keep))
    await asyncio.sleep(10)  # for a report that comes late


@scenario(schedules=2)
async def the_task_is_cancelled(kata, draw, spy, work, note):
    wait, _ = plan(draw)
    keep = set()
    task = await kata.spawn(work("mail", wait)(), keep, listener(spy))
    await asyncio.sleep(wait / 2)
    if isinstance(task, asyncio.Task):
        task.cancel()
    await asyncio.sleep(SOON)
    note("kept", len(keep))
    return isinstance(task, asyncio.Task) and task.cancelled()


@scenario
async def three_mails(kata, draw, spy, work, note):
    waits = plan_three(draw)
    keep = {stranger := asyncio.create_task(asyncio.sleep(3))}
    mails = [(name, work(name, wait)()) for name, wait in waits.items()]
    tasks = {name: await kata.spawn(mail, keep, listener(spy)) for name, mail in mails}
    for _ in range(3):
        await asyncio.sleep(0.875)
        note("kept", [name for name, task in tasks.items() if task in keep])
        note("stranger", stranger in keep)
    await stranger


def place(task, keep):
    """Return in words whether a task is in `keep`."""
    if task in keep:
        return "in keep"
    return "not in keep; something else is" if keep else "not in keep"


def in_keep(run):
    """Return in words how many are in `keep` when the only task is over."""
    count = run.notes("kept")[0].value
    return f"{count} left in keep" if count else "keep is empty"


def since(run):
    """Return when the work had ended before `keep` was looked at, as a reason; "" if it had not."""
    at, ended = run.notes("kept")[0].at, run.calls("mail")[0].ended
    over = ended is not None and ended <= at
    return f"the work ended at t={ended:g}, a moment before this" if over else ""


def why_not_cancelled(run):
    """Return why nobody could cancel the task, or ""."""
    spawn = run.submission_calls("spawn")[0]
    if spawn.ended > 0:
        return "spawn returned when it was over, so nobody could cancel it"
    return "spawn returned None, so nobody could cancel the task" if spawn.value is None else ""


def reports(run):
    """Return what `on_error` heard, in words: which failure, or what came in its place."""
    heard = [call.args[0] if call.args else None for call in run.calls("on_error")]
    return ", ".join(map(in_words, heard)) or "nothing"


def in_words(error):
    """Return which failure an error is, or what else it is."""
    if isinstance(error, Error):
        return f'the error "{error.mark}"' if error.mark else error.type
    return f'the text "{error}"' if isinstance(error, str) else str(error)


@catches("awaits_the_task task_group_waits")
def test_it_returns_at_once(all_goes_well):
    """spawn returns at once; the work goes on in the background."""
    returned = all_goes_well.submission_calls("spawn")[0].ended
    all_goes_well.expect(returned, 0.0, "your caller had to wait that long")


@catches("nothing_returned")
def test_the_task_is_returned(all_goes_well):
    """What spawn returns is the task."""
    got = all_goes_well.submission_calls("spawn")[0].value
    is_one = all_goes_well.notes("a task")[0].value
    all_goes_well.expect("a task" if is_one else str(got), "a task")


@catches("a_new_set_each_time bare_create_task lets_go_at_once nothing_but_create_task")
def test_the_task_survives_a_garbage_collection(garbage_is_collected):
    """A task that nobody but you holds survives when garbage is collected."""
    mail = garbage_is_collected.calls("mail")[0]
    is_gone = mail.error is not None and mail.error.type == "GeneratorExit"
    garbage_is_collected.expect(
        "it was thrown away half-way" if is_gone else f"it {mail.outcome}",
        "it returned",
        "the loop holds tasks weakly, and at t=0.5 the garbage was collected",
    )


@catches(
    "a_new_set_each_time a_set_of_its_own awaits_the_task bare_create_task gives_up_after_a_minute"
    " keeps_itself keeps_the_coroutine keeps_the_inner_task lets_go_at_once nothing_but_create_task"
    " nothing_returned task_group_waits"
)
def test_the_task_is_kept_while_it_runs(all_goes_well):
    """From your return on, and while it runs, the task that you return is in `keep`."""
    for note in all_goes_well.notes("on the way"):
        all_goes_well.expect(note.value, "in keep", f"this is at t={note.at:g}")


@catches("gives_up_after_a_minute nothing_returned value_lost")
def test_the_task_has_the_value(all_goes_well):
    """The result of the task is the value of the coroutine."""
    _, value = plan(all_goes_well.draw)
    all_goes_well.gives(value)


@catches("lets_go_later looks_now_and_then never_let_go")
def test_it_leaves_when_it_is_done(all_goes_well):
    """A task that has returned leaves `keep`."""
    all_goes_well.expect(in_keep(all_goes_well), "keep is empty", since(all_goes_well))


@catches("lets_go_later looks_now_and_then never_let_go stays_after_an_error")
def test_it_leaves_when_it_failed(the_mail_fails):
    """A task that has failed leaves `keep`."""
    the_mail_fails.expect(in_keep(the_mail_fails), "keep is empty", since(the_mail_fails))


@catches(
    "lets_go_later looks_now_and_then never_let_go nothing_returned stays_after_a_cancel"
    " stays_after_an_error"
)
def test_it_leaves_when_it_was_cancelled(the_task_is_cancelled):
    """A task that was cancelled leaves `keep`."""
    run = the_task_is_cancelled
    run.expect(in_keep(run), "keep is empty", since(run) or why_not_cancelled(run))


@catches(
    "a_new_set_each_time a_set_of_its_own bare_create_task clears_the_set keeps_the_coroutine"
    " keeps_the_inner_task lets_go_at_once lets_go_later never_let_go nothing_but_create_task"
    " nothing_returned takes_out_any_task"
)
def test_each_task_leaves_by_itself(three_mails):
    """Of several tasks, each one leaves when it is over, and the others stay."""
    waits = plan_three(three_mails.draw)
    for note in three_mails.notes("kept"):
        running = [name for name, wait in waits.items() if wait > note.at]
        told = ", ".join(running) or "none of them"
        three_mails.expect(note.value, running, f"at t={note.at:g} still running: {told}")


@catches("clears_the_set")
def test_what_is_not_yours_stays(three_mails):
    """What was in `keep` before stays in it."""
    stays = [note.value for note in three_mails.notes("stranger")]
    three_mails.expect("it stays" if all(stays) else "it was taken out", "it stays")


@catches(
    "error_left_in_the_task errors_swallowed gives_up_after_a_minute nothing_but_create_task"
    " only_some_errors reported_twice reports_the_text tells_the_last_one"
)
def test_an_error_is_reported_once(the_mail_fails):
    """When the coroutine fails, on_error is called once, with the error itself."""
    the_mail_fails.expect(reports(the_mail_fails), 'the error "no such address"')


@catches("gives_up_after_a_minute looks_now_and_then reports_later")
def test_an_error_is_reported_in_its_moment(the_mail_fails):
    """on_error is called at the moment when the coroutine fails."""
    wait, _ = plan(the_mail_fails.draw)
    late = [call.called for call in the_mail_fails.calls("on_error") if call.called != wait]
    the_mail_fails.expect(late[0] if late else wait, wait, f"the coroutine fails at t={wait:g}")


@catches("a_cancel_like_any_error cancel_reported")
def test_a_cancel_is_no_error(the_task_is_cancelled):
    """When the task is cancelled, on_error is not called."""
    the_task_is_cancelled.expect(reports(the_task_is_cancelled), "nothing")


@catches("awaits_the_task cancel_reported nothing_returned swallows_the_cancel task_group_waits")
def test_a_cancelled_task_is_cancelled(the_task_is_cancelled):
    """A task that was cancelled says so: task.cancelled() is true."""
    is_cancelled = the_task_is_cancelled.value
    why = why_not_cancelled(the_task_is_cancelled)
    the_task_is_cancelled.expect("cancelled" if is_cancelled else "not cancelled", "cancelled", why)


@catches("awaits_the_task nothing_returned shields_the_coroutine task_group_waits")
def test_a_cancel_reaches_the_coroutine(the_task_is_cancelled):
    """When the task is cancelled, so is the coroutine."""
    outcome = the_task_is_cancelled.calls("mail")[0].outcome
    how = {"cancelled": "it was cancelled", "returned": "it ran to its end"}
    why = why_not_cancelled(the_task_is_cancelled)
    the_task_is_cancelled.expect(how.get(outcome, "it went on"), how["cancelled"], why)


@catches("gives_up_after_a_minute success_reported")
def test_what_goes_well_is_no_error(all_goes_well):
    """When the coroutine returns, on_error is not called."""
    all_goes_well.expect(reports(all_goes_well), "nothing")
