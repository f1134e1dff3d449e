"""Two limits at once: places at each host, places for all, and nobody who holds one idly.

Which url goes first is left open, so urls of one host take equally long wherever a time is judged
that depends on it.
"""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "cancel_comes_out": "half_a_result_after_a_cancel",
    "comes_to_an_end": "place_lost_with_the_connection",
    "no_error_lost": "tasks_outlive_a_cancel wait_hands_on_no_cancel",
    "nothing_left_running": (
        "closed_only_when_all_is_well goes_on_after_a_cancel place_lost_with_the_connection"
        " session_left_open"
    ),
}

SOME = (1.375, 1.625, 2.125)
LONG = 120.0


def links(draw, hosts, pages):
    """Return so many urls at each of so many hosts, host by host."""
    names = draw.names(hosts)
    return [f"https://{name}.example/{page}/top" for name in names for page in range(pages)]


def plan_slow(draw):
    """Return four urls of a slow host, four of a quick one, and what an answer of each takes."""
    urls = links(draw, 2, 4)
    return urls[:4], urls[4:], draw.pick((3.25, 3.75)), draw.pick((0.625, 0.875))


def plan_even(draw, hosts, pages):
    """Return urls at some hosts, and what each answer takes."""
    return links(draw, hosts, pages), draw.pick(SOME)


def plan_uneven(draw):
    """Return what the answer of each url takes, each one at a host of its own."""
    return dict(zip(links(draw, 6, 1), draw.seconds(6), strict=True))


def plan_statuses(draw):
    """Return the status of each url, only one of them a success."""
    codes = [draw.pick((201, 203)), draw.pick((404, 410)), draw.pick((500, 503))]
    return dict(zip(links(draw, 1, 3), draw.shuffled(codes), strict=True))


def served(http, urls, **answer):
    """Serve all urls alike, and return them."""
    return [http.serve(url, **answer) for url in urls]


@scenario(schedules=3)
async def slow_host_first(kata, draw, http):
    slow, quick, long, short = plan_slow(draw)
    urls = served(http, slow, latency=long) + served(http, quick, latency=short)
    return await kata.crawl(http.session, urls, per_host=2, total=4)


@scenario(schedules=3)
async def sessions(kata, draw, http, spy):
    urls, wait = plan_even(draw, 2, 2)
    make_session = spy(http.session, name="make_session")
    await kata.crawl(make_session, served(http, urls, latency=wait), per_host=2, total=4)
    return [made.session.closed for made in http.sessions]


@scenario(schedules=3)
async def one_host(kata, draw, http):
    urls, wait = plan_even(draw, 1, 5)
    return await kata.crawl(http.session, served(http, urls, latency=wait), per_host=2, total=5)


@scenario
async def uneven_host(kata, draw, http):
    first, *others = links(draw, 1, 6)
    urls = served(http, [first], latency=4.375) + served(http, others, latency=0.625)
    return await kata.crawl(http.session, urls, per_host=2, total=5)


@scenario(schedules=3)
async def three_hosts(kata, draw, http):
    urls, wait = plan_even(draw, 3, 2)
    return await kata.crawl(http.session, served(http, urls, latency=wait), per_host=2, total=3)


@scenario
async def six_hosts(kata, draw, http):
    waits = plan_uneven(draw)
    urls = [http.serve(url, latency=wait) for url, wait in waits.items()]
    return await kata.crawl(http.session, urls, per_host=1, total=10)


@scenario(schedules=3)
async def all_kinds_of_statuses(kata, draw, http):
    urls = [http.serve(url, status=code) for url, code in plan_statuses(draw).items()]
    return await kata.crawl(http.session, urls, per_host=3, total=3)


@scenario
async def slow_answers(kata, draw, http, attempt):
    urls = served(http, links(draw, 2, 1), latency=LONG)
    return await attempt(kata.crawl(http.session, urls, per_host=1, total=2))


@scenario
async def dead_links(kata, draw, http, attempt):
    import aiohttp

    from grader.lab.http import refused

    refusing, silent, alive = links(draw, 1, 3)
    http.serve(refusing, latency=0.5, error=refused(refusing))
    http.serve(silent, latency=0.5, error=aiohttp.ServerDisconnectedError())
    http.serve(alive, latency=0.5)
    urls = [refusing, silent, alive]
    return await attempt(kata.crawl(http.session, urls, per_host=1, total=1))


async def with_an_error(crawl, draw, http, attempt, error):
    """Crawl where one request ends with an error, and leave time for the others."""
    urls = served(http, links(draw, 2, 2), latency=2.0)
    http.serve(urls[0], latency=0.5, error=error)
    ended = await attempt(crawl(http.session, urls, per_host=1, total=2))
    await asyncio.sleep(8)  # requests that were not stopped may end by themselves
    return ended


@scenario
async def a_bug(kata, draw, http, attempt, failure):
    return await with_an_error(kata.crawl, draw, http, attempt, failure("a bug"))


@scenario
async def a_url_that_is_none(kata, draw, http, attempt, failure):
    import aiohttp

    error = failure("no url", aiohttp.InvalidURL)
    return await with_an_error(kata.crawl, draw, http, attempt, error)


@scenario
async def pages_that_come_slowly(kata, draw, http, attempt):
    urls, wait = plan_even(draw, 1, 3)
    for url in urls:
        http.serve(url, chunks=[(0, b"half a page"), (wait, b"and the rest")])
    return await attempt(kata.crawl(http.session, urls, per_host=1, total=1))


@scenario
async def nothing_to_ask(kata, http):
    return await kata.crawl(http.session, [], per_host=2, total=4)


@scenario
async def cancelled_anywhere(kata, draw, http, sweep):
    urls, wait = plan_even(draw, 2, 3)
    await sweep(kata.crawl(http.session, served(http, urls, latency=wait), per_host=2, total=3))
    await asyncio.sleep(wait)


def no_later(run, seconds, formula, because):
    """Ask that a run was over by then; that too much ran at once is for other checks to say."""
    assert run.makespan <= seconds, run.explain(seconds, formula, because=because)


def idle_since(run, places):
    """Return the first moment in which a place is empty while a request waits, or None."""
    spans = [
        (each.sent, each.ended) for each in run.requests() if None not in (each.sent, each.ended)
    ]
    last = max((sent for sent, _ in spans), default=0)
    moments = sorted({0.0, *(ended for _, ended in spans)})
    free = (at for at in moments if sum(sent <= at < ended for sent, ended in spans) < places)
    return next((at for at in free if at < last), None)


def no_more(run, limit, because):
    """Ask that no more requests than that were under way at once."""
    most = run.peak_requests()
    assert most <= limit, run.explain(f"at most {limit} at a time", got=f"{most}", because=because)


@catches("head_in_place_of_get")
def test_what_is_sent_is_a_get(one_host):
    """What is sent is a GET."""
    methods = sorted({each.method for each in one_host.requests()})
    one_host.expect(" and ".join(methods) or "no request", "GET")


@catches(
    "greedy_batches host_semaphore_never_kept hosts_one_after_another in_batches limits_swapped"
    " one_after_another only_the_total place_of_all_first polls_for_room scheme_taken_for_the_host"
    " waits_for_the_connector_inside workers_wait_for_a_host"
)
def test_the_quick_host_does_not_wait_for_the_slow_one(slow_host_first):
    """Requests that wait for a slow host keep nobody from asking a quick one."""
    _, quick, _, short = plan_slow(slow_host_first.draw)
    asked = [each for each in slow_host_first.requests() if each.url in quick]
    late = max((each.sent for each in asked if each.sent is not None), default=short)
    why = "the slow host may have two of the four places, so two were free for the quick one"
    told = "the last request to the quick host leaves at {:g} s"
    slow_host_first.expect(told.format(max(late, short)), told.format(short), because=why)


@catches(
    "hosts_one_after_another in_batches limits_swapped one_after_another polls_for_room"
    " scheme_taken_for_the_host"
)
def test_the_slowest_host_decides(slow_host_first):
    """The whole crawl takes no longer than the host that takes longest."""
    _, _, long, short = plan_slow(slow_host_first.draw)
    formula = f"max({long:g} + {long:g}, {short:g} + {short:g})"
    no_later(slow_host_first, 2 * long, formula, "hosts do not have to wait for each other")


@catches("host_semaphore_never_kept no_limit only_the_total request_made_but_not_sent")
def test_no_host_gets_too_many(one_host):
    """No more than `per_host` requests are under way to one host."""
    no_more(one_host, 2, because="all the urls are at one host, and per_host is 2")


@catches("one_after_another polls_for_room")
def test_a_free_place_at_a_host_is_used_at_once(one_host):
    """When an answer of a host is there, the next request to it leaves at once."""
    _, wait = plan_even(one_host.draw, 1, 5)
    formula = f"{wait:g} + {wait:g} + {wait:g}"
    no_later(one_host, 3 * wait, formula, "five urls and two places make three rounds")


@catches("dealt_out_in_advance greedy_batches in_batches one_after_another polls_for_room")
def test_a_place_goes_to_any_url_that_waits(uneven_host):
    """A place at a host that becomes free goes to whichever of its urls waits."""
    at, used = idle_since(uneven_host, 2), "no place is empty while a url waits"
    got = used if at is None else f"a place is empty from {at:g} s on"
    uneven_host.expect(got, used, because="per_host is 2, and there are urls of that host left")


@catches("no_limit only_per_host request_made_but_not_sent")
def test_no_more_than_the_total(three_hosts):
    """No more than `total` requests are under way altogether."""
    no_more(three_hosts, 3, because="total is 3, whichever hosts they go to")


@catches(
    "hosts_one_after_another limits_swapped one_after_another polls_for_room"
    " scheme_taken_for_the_host"
)
def test_a_free_place_of_all_is_used_at_once(three_hosts):
    """When any answer is there, the next request leaves at once."""
    _, wait = plan_even(three_hosts.draw, 3, 2)
    why = "six urls and three places make two rounds, and each host can take both of its urls"
    no_later(three_hosts, 2 * wait, f"{wait:g} + {wait:g}", why)


@catches("hosts_one_after_another limits_swapped one_after_another scheme_taken_for_the_host")
def test_hosts_do_not_share_their_places(six_hosts):
    """Each host has places of its own: with room for all, the slowest answer decides."""
    waits = plan_uneven(six_hosts.draw).values()
    formula = f"max({', '.join(f'{wait:g}' for wait in waits)})"
    no_later(six_hosts, max(waits), formula, "six urls are at six hosts, with room for ten")


@catches(
    "every_success_is_200 head_in_place_of_get not_found_counts_as_unreachable"
    " not_found_is_an_error"
)
def test_every_status_is_a_result(all_kinds_of_statuses):
    """Whatever status a server answers, it is what the url gets."""
    all_kinds_of_statuses.gives(plan_statuses(all_kinds_of_statuses.draw))


@catches("head_in_place_of_get slow_answers_are_zero")
def test_a_slow_answer_is_an_answer(slow_answers):
    """An answer that takes two minutes is waited for."""
    expected = dict.fromkeys(links(slow_answers.draw, 2, 1), 200)
    slow_answers.gives(expected, because=f"the servers answer after {LONG:g} s")


@catches(
    "dead_link_ends_the_crawl dead_links_left_out errors_as_statuses head_in_place_of_get"
    " only_refused_connections place_lost_with_the_connection"
)
def test_a_dead_link_counts_zero(dead_links):
    """A connection that is refused or breaks off counts 0, and the crawl goes on."""
    refusing, silent, alive = links(dead_links.draw, 1, 3)
    dead_links.gives({refusing: 0, silent: 0, alive: 200})


@catches("place_lost_with_the_connection tries_dead_links_again")
def test_each_url_is_asked_once(dead_links):
    """No url is asked for twice, not even a dead one."""
    asked = [each.url for each in dead_links.requests()]
    twice = sorted({url for url in asked if asked.count(url) > 1})
    assert not twice, dead_links.explain("one request for each url", got=f"two of {twice[0]}")


@catches("errors_as_statuses every_error_is_zero head_in_place_of_get")
def test_a_bug_comes_out(a_bug):
    """An error that aiohttp knows nothing of comes out."""
    a_bug.raises("a bug", because="that was no dead link")


@catches(
    "client_errors_are_zero errors_as_statuses every_error_is_zero head_in_place_of_get"
    " not_found_counts_as_unreachable"
)
def test_an_invalid_url_comes_out(a_url_that_is_none):
    """An error of aiohttp that has nothing to do with the connection comes out."""
    a_url_that_is_none.raises("no url", because="InvalidURL says nothing about a connection")


@catches("session_for_each_url session_of_its_own")
def test_one_session_for_all(sessions):
    """All requests go through one session of `make_session`."""
    made = len(sessions.calls("make_session"))
    sessions.expect(f"{made} x make_session", "1 x make_session")


@catches("closes_in_the_background session_left_open")
def test_the_session_is_closed_on_return(sessions):
    """The session is closed when you return, not some time later."""
    sessions.expect("closed" if all(sessions.value) else "still open", "closed")


@catches("head_in_place_of_get response_never_released")
def test_a_response_gives_its_place_back(pages_that_come_slowly):
    """A response gives its place back, whether its page was read or not."""
    run = pages_that_come_slowly
    kept = "a response was neither read to its end nor closed, and kept its connection"
    why = "" if all(each.released for each in run.requests()) else kept
    run.gives(dict.fromkeys(links(run.draw, 1, 3), 200), because=why)


@catches("fails_without_urls")
def test_without_urls_there_is_nothing(nothing_to_ask):
    """Without urls the result is an empty dict."""
    nothing_to_ask.gives({})


@catches("goes_on_after_a_cancel")
def test_after_a_cancel_all_requests_are_over(cancelled_anywhere):
    """After a cancel no request leaves, and those under way are over."""
    cut, asked = cancelled_anywhere.run.cut, cancelled_anywhere.requests()
    late = [each for each in asked if cut and (each.ended is None or each.ended > cut.at)]
    got = f"{len(late)} left later or went on" if late else "all requests are over"
    why = "nobody waits for their answers any more"
    cancelled_anywhere.expect(got, "all requests are over", because=why)
