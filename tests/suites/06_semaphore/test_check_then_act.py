"""Check, audit, debit: whoever comes in between finds a true balance and leaves one.

Left open: whether withdrawals from one account wait for each other, and when the balance falls.
"""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "cancel_comes_out": "swallows_the_cancel",
    "comes_to_an_end": "lock_not_given_back spins_while_busy",
    "everything_awaited": "audit_not_awaited",
    "nothing_left_running": "audit_in_background",
}

FULL = 100
ACCOUNTS = []  # kept alive, so that no two of them ever have the same id


def plan(draw):
    """Return an amount that fits once and not twice, and how long an audit takes."""
    return draw.number(60, 90), draw.seconds(1)[0]


def plan_accounts(draw):
    """Return two amounts with how long their audits take."""
    amounts = draw.number(10, 40), draw.number(50, 90)
    return dict(zip(amounts, draw.seconds(2), strict=True))


def opened(kata, work, note, wait, fails=None):
    """Return an account, and an audit that notes what is on it."""
    account = kata.Account(FULL)
    ACCOUNTS.append(account)

    def look(amount):
        note("balance", account.balance)

    return account, work("audit", wait, gives=look, fails=fails)


@scenario
async def two_accounts(kata, draw, work, note):
    waits = plan_accounts(draw)
    here, audit = opened(kata, work, note, waits)
    there, _ = opened(kata, work, note, waits)
    one, other = waits
    await asyncio.gather(kata.withdraw(here, one, audit), kata.withdraw(there, other, audit))


@scenario
async def three_at_once(kata, draw, work, note):
    amount, wait = plan(draw)
    account, audit = opened(kata, work, note, wait)
    results = await asyncio.gather(*(kata.withdraw(account, amount, audit) for _ in range(3)))
    return results, account.balance


@scenario
async def both_fit(kata, draw, work, note):
    waits = plan_accounts(draw)
    account, audit = opened(kata, work, note, max(waits.values()))
    amounts = [min(waits), FULL - 5 - min(waits)]
    results = await asyncio.gather(*(kata.withdraw(account, each, audit) for each in amounts))
    return results, account.balance


@scenario
async def all_of_it(kata, draw, work, note):
    account, audit = opened(kata, work, note, plan(draw)[1])
    return await kata.withdraw(account, FULL, audit), account.balance


@scenario
async def more_than_there_is(kata, draw, work, note):
    amount, wait = plan(draw)
    account, audit = opened(kata, work, note, wait)
    return await kata.withdraw(account, FULL + amount, audit), account.balance


@scenario
async def money_comes_in(kata, draw, work, note):
    amount, wait = plan(draw)
    account, audit = opened(kata, work, note, wait)
    paying_out = asyncio.create_task(kata.withdraw(account, amount, audit))
    await asyncio.sleep(wait / 2)
    account.balance += 50
    await paying_out
    return account.balance


@scenario
async def audit_fails(kata, draw, work, note, attempt, failure):
    amount, wait = plan(draw)
    account, audit = opened(kata, work, note, wait, fails={amount: failure("not today")})
    paying_out = asyncio.create_task(attempt(kata.withdraw(account, amount, audit)))
    await asyncio.sleep(wait / 2)
    account.balance += 50
    ended = await paying_out
    note("after", account.balance)
    note("next", await kata.withdraw(account, amount - 1, audit))
    return ended


@scenario
async def one_leaves_the_line(kata, work, note, attempt):
    account, audit = opened(kata, work, note, 1)
    first = asyncio.create_task(attempt(kata.withdraw(account, 70, audit)))
    await asyncio.sleep(0.25)
    second = asyncio.create_task(attempt(kata.withdraw(account, 30, audit)))
    await asyncio.sleep(0.25)
    second.cancel()
    await asyncio.wait([second])
    third = await attempt(kata.withdraw(account, 60, audit))
    await first
    return third


@scenario
async def one_is_cancelled(kata, work, note, sweep):
    account, audit = opened(kata, work, note, 1)
    first = asyncio.create_task(kata.withdraw(account, 70, audit))
    await asyncio.sleep(0.25)
    await sweep(kata.withdraw(account, 20, audit), again=True)
    await first
    await asyncio.sleep(2)  # whoever goes on after the cancel has taken the money by then
    note("left", account.balance)
    note("next", await kata.withdraw(account, 5, audit))


def told(outcome):
    """Return what was answered, to one or to several, and what was left: `True, and 20 left`."""
    answers, left = outcome
    answers = answers if isinstance(answers, list) else [answers]
    return f"{' and '.join(map(str, answers))}, and {left} left"


def answered(run, expected, because=""):
    """Ask what was answered, and what was left on the account."""
    assert run.value == expected, run.explain(told(expected), got=told(run.value), because=because)


@catches("audit_in_background audit_not_awaited lock_in_the_class_body one_lock_for_all")
def test_accounts_do_not_wait_for_each_other(two_accounts):
    """Withdrawals from two accounts run at the same time."""
    waits = plan_accounts(two_accounts.draw).values()
    late = "what happens on one account is no reason to wait on the other"
    early = "an audit had not run to its end"
    two_accounts.takes(max(waits), f"max({', '.join(map(str, waits))})", late=late, early=early)


@catches(
    "check_outside_the_lock lock_around_the_debit lock_for_each_call lock_in_the_class_body"
    " no_lock nobody_says_true one_lock_for_all raises_instead_of_false spins_while_busy"
)
def test_one_of_three_gets_the_money(three_at_once):
    """When there is enough for one of three, one gets it, and the others leave the rest there."""
    amount, _ = plan(three_at_once.draw)
    results, left = three_at_once.value
    got = f"{results.count(True)} True and {left} left"
    why = f"{FULL} is enough for {amount} once, and not twice"
    three_at_once.expect(got, f"1 True and {FULL - amount} left", because=why)


@catches(
    "below_zero_for_a_while check_outside_the_lock lock_around_the_debit lock_for_each_call"
    " lock_in_the_class_body no_lock one_lock_for_all raises_instead_of_false spins_while_busy"
)
def test_never_below_zero(three_at_once):
    """Whenever somebody looks, the balance is not below zero."""
    seen = [note.value for note in three_at_once.notes("balance")]
    lowest = min([*seen, three_at_once.value[1]])
    why = "this is what was on the account at the end of an audit, or when all was over"
    assert lowest >= 0, three_at_once.explain("0 or more", got=f"{lowest}", because=why)


@catches(
    "lock_in_the_class_body nobody_says_true one_lock_for_all refuses_while_another_is_audited"
    " spins_while_busy"
)
def test_both_are_paid_when_there_is_enough(both_fit):
    """Two who come at the same time are both paid when there is enough for both."""
    low = min(plan_accounts(both_fit.draw))
    why = f"{FULL} is enough for {low} and {FULL - 5 - low}, and 5 are left"
    answered(both_fit, ([True, True], 5), because=why)


@catches("leaves_the_last_coin nobody_says_true")
def test_all_of_it_can_be_taken(all_of_it):
    """All that is there can be taken."""
    why = f"the account had {FULL}, and all of it was wanted"
    answered(all_of_it, (True, 0), because=why)


@catches("audit_in_background audit_not_awaited")
def test_the_audit_is_over_before_true(money_comes_in):
    """When True comes back, the audit has run to its end."""
    wait, call = plan(money_comes_in.draw)[1], money_comes_in.submission_calls("withdraw")[0]
    why = f"this is when the answer came, and an audit takes {wait:g} s"
    money_comes_in.expect(min(call.ended, wait), wait, because=why)


@catches("raises_instead_of_false")
def test_too_much_is_refused(more_than_there_is):
    """More than the account holds gets False, and the balance stays as it is."""
    answered(more_than_there_is, (False, FULL))


@catches("audits_what_is_not_there below_zero_for_a_while raises_instead_of_false")
def test_too_much_is_not_audited(more_than_there_is):
    """More than the account holds is not audited: the answer is known at once."""
    got = "audited" if more_than_there_is.calls("audit") else "not audited"
    why = "the account held less when the call came, and nobody paid in"
    more_than_there_is.expect(got, "not audited", because=why)


@catches("empties_the_account_meanwhile writes_an_old_balance_back")
def test_what_comes_in_is_not_lost(money_comes_in):
    """What comes in during an audit is still there after it."""
    amount, _ = plan(money_comes_in.draw)
    why = f"{FULL} - {amount} + 50, and the 50 came in during the audit"
    money_comes_in.gives(FULL - amount + 50, because=why)


@catches("audit_in_background audit_not_awaited hides_a_refusal lock_not_given_back")
def test_an_error_of_the_audit_comes_out(audit_fails):
    """When the audit fails, its error comes out."""
    refused = audit_fails.value.error is None and audit_fails.value.value is False
    unpaid = "nobody may be paid after an audit that failed"
    why = "False says that the money is not there" if refused else unpaid
    audit_fails.raises("not today", because=why)


@catches(
    "audit_in_background audit_not_awaited empties_the_account_meanwhile lock_not_given_back"
    " pays_first_and_keeps_it refunds_to_an_old_balance"
)
def test_no_money_is_gone_after_an_error(audit_fails):
    """When the audit fails, no money is gone."""
    why = f"{FULL} were there, 50 came in during the audit, and it failed"
    audit_fails.expect(audit_fails.notes("after")[0].value, FULL + 50, because=why)


@catches(
    "audit_in_background audit_not_awaited lock_not_given_back nobody_says_true"
    " pays_first_and_keeps_it"
)
def test_the_account_works_after_an_error(audit_fails):
    """After a failed audit the next withdrawal works."""
    amount, got = plan(audit_fails.draw)[0], audit_fails.notes("next")[0].value
    why = f"the audit before had failed and took nothing, so there is enough for {amount - 1}"
    audit_fails.expect(got, True, because=why)


@catches(
    "below_zero_for_a_while check_outside_the_lock gives_back_what_it_never_got"
    " leaves_a_gap_in_the_line lock_around_the_debit lock_for_each_call lock_in_the_class_body"
    " no_lock one_lock_for_all raises_instead_of_false spins_while_busy"
)
def test_nobody_slips_in_when_one_leaves(one_leaves_the_line):
    """When one who waits is cancelled, the next one does not get what is not there."""
    why = "the first one had asked for 70 of 100, which leaves no 60 for the third one"
    one_leaves_the_line.gives(False, because=why)


@catches(
    "lock_not_given_back pays_first_and_keeps_it refunds_errors_only shielded_payment"
    " spins_while_busy"
)
def test_no_money_is_gone_after_a_cancel(one_is_cancelled):
    """When a withdrawal is cancelled, no money is gone, neither then nor later."""
    cut = one_is_cancelled.run.cut
    if cut:
        why = f"of {FULL} one got 70, and the other, who wanted 20, was cancelled at {cut.at:g} s"
        one_is_cancelled.expect(one_is_cancelled.notes("left")[0].value, 30, because=why)


@catches("lock_not_given_back nobody_says_true spins_while_busy")
def test_the_account_works_after_a_cancel(one_is_cancelled):
    """After a cancel the next withdrawal works."""
    got = one_is_cancelled.notes("next")[0].value
    why = f"of {FULL} others wanted 70 and 20, so there is enough for 5"
    one_is_cancelled.expect(got, True, because=why)
