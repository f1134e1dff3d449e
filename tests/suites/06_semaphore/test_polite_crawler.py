"""Two limits at once: places at each host, places for all, and nobody who holds one idly.

Which url goes first is left open, so urls of one host take equally long wherever a time is judged.
"""

import asyncio
import math

from grader.suite import catches, scenario

FREE = {
    "cancel_comes_out": ("half_a_result_after_a_cancel",),
    "comes_to_an_end": ("place_lost_with_the_connection",),
    "no_error_lost": ("tasks_outlive_a_cancel",),
    "nothing_left_running": (
        "closed_only_when_all_is_well",
        "goes_on_after_a_cancel",
        "place_lost_with_the_connection",
        "session_left_open",
    ),
}

SOME = (1.375, 1.625, 2.125)


def links(draw, hosts, pages):
    """Return so many urls at each of so many hosts, host by host."""
    names = draw.names(hosts)
    return [f"https://{name}.example/{page}" for name in names for page in range(pages)]


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
    codes = [200, draw.pick((404, 410)), draw.pick((500, 503))]
    return dict(zip(links(draw, 1, 3), draw.shuffled(codes), strict=True))


def served(http, urls, **answer):
    """Serve all urls alike, and return them."""
    return [http.serve(url, **answer) for url in urls]


@scenario
async def slow_host_first(kata, draw, http, spy):
    slow, quick, long, short = plan_slow(draw)
    urls = served(http, slow, latency=long) + served(http, quick, latency=short)
    return await kata.crawl(spy(http.session, name="make_session"), urls, per_host=2, total=4)


@scenario
async def one_host(kata, draw, http):
    urls, wait = plan_even(draw, 1, 5)
    return await kata.crawl(http.session, served(http, urls, latency=wait), per_host=2, total=5)


@scenario
async def three_hosts(kata, draw, http):
    urls, wait = plan_even(draw, 3, 2)
    return await kata.crawl(http.session, served(http, urls, latency=wait), per_host=2, total=3)


@scenario
async def six_hosts(kata, draw, http):
    waits = plan_uneven(draw)
    urls = [http.serve(url, latency=wait) for url, wait in waits.items()]
    return await kata.crawl(http.session, urls, per_host=1, total=10)


@scenario
async def all_kinds_of_statuses(kata, draw, http):
    urls = [http.serve(url, status=code) for url, code in plan_statuses(draw).items()]
    return await kata.crawl(http.session, urls, per_host=3, total=3)


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


@scenario
async def something_else_fails(kata, draw, http, attempt, failure):
    urls, wait = plan_even(draw, 2, 3)
    served(http, urls, latency=wait)
    http.serve(urls[0], latency=wait / 2, error=failure("a bug"))
    ended = await attempt(kata.crawl(http.session, urls, per_host=2, total=3))
    await asyncio.sleep(6 * wait)  # requests that were not stopped may end by themselves
    return ended


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


def no_more(run, limit, because):
    """Ask that no more requests than that were under way at once."""
    most = run.peak_requests()
    assert most <= limit, run.explain(f"at most {limit} at a time", got=f"{most}", because=because)


@catches(
    "host_semaphore_never_kept",
    "hosts_one_after_another",
    "in_batches",
    "limits_swapped",
    "one_after_another",
    "only_the_total",
    "place_of_all_first",
    "scheme_taken_for_the_host",
    "waits_for_the_connector_inside",
)
def test_the_quick_host_does_not_wait_for_the_slow_one(slow_host_first):
    """Requests that wait for a slow host keep nobody from asking a quick one."""
    _, quick, _, short = plan_slow(slow_host_first.draw)
    asked = [each for each in slow_host_first.requests() if each.url in quick]
    last = max((each.ended or math.inf for each in asked), default=math.inf)
    why = "the slow host may have two of the four places, so two were free for the quick one"
    formula = f"{short:g} + {short:g}, two at a time"
    assert last <= 2 * short, slow_host_first.explain(2 * short, formula, got=last, because=why)


@catches(
    "hosts_one_after_another",
    "in_batches",
    "limits_swapped",
    "one_after_another",
    "scheme_taken_for_the_host",
)
def test_the_slowest_host_decides(slow_host_first):
    """The whole crawl takes no longer than the host that takes longest."""
    _, _, long, short = plan_slow(slow_host_first.draw)
    formula = f"max({long:g} + {long:g}, {short:g} + {short:g})"
    no_later(slow_host_first, 2 * long, formula, "hosts do not have to wait for each other")


@catches("host_semaphore_never_kept", "no_limit", "only_the_total")
def test_no_host_gets_too_many(one_host):
    """No more than `per_host` requests are under way to one host."""
    no_more(one_host, 2, because="all the urls are at one host, and per_host is 2")


@catches("one_after_another")
def test_a_free_place_at_a_host_is_used_at_once(one_host):
    """When an answer of a host is there, the next request to it leaves at once."""
    _, wait = plan_even(one_host.draw, 1, 5)
    formula = f"{wait:g} + {wait:g} + {wait:g}"
    no_later(one_host, 3 * wait, formula, "five urls and two places make three rounds")


@catches("no_limit", "only_per_host")
def test_no_more_than_the_total(three_hosts):
    """No more than `total` requests are under way altogether."""
    no_more(three_hosts, 3, because="total is 3, whichever hosts they go to")


@catches(
    "hosts_one_after_another",
    "limits_swapped",
    "one_after_another",
    "scheme_taken_for_the_host",
)
def test_a_free_place_of_all_is_used_at_once(three_hosts):
    """When any answer is there, the next request leaves at once."""
    _, wait = plan_even(three_hosts.draw, 3, 2)
    why = "six urls and three places make two rounds, and each host can take both of its urls"
    no_later(three_hosts, 2 * wait, f"{wait:g} + {wait:g}", why)


@catches(
    "hosts_one_after_another",
    "limits_swapped",
    "one_after_another",
    "scheme_taken_for_the_host",
)
def test_hosts_do_not_share_their_places(six_hosts):
    """Each host has places of its own: with room for all, the slowest answer decides."""
    waits = plan_uneven(six_hosts.draw).values()
    formula = f"max({', '.join(f'{wait:g}' for wait in waits)})"
    no_later(six_hosts, max(waits), formula, "six urls are at six hosts, with room for ten")


@catches("not_found_counts_as_unreachable", "not_found_is_an_error")
def test_every_status_is_a_result(all_kinds_of_statuses):
    """Whatever status a server answers, it is what the url gets."""
    all_kinds_of_statuses.gives(plan_statuses(all_kinds_of_statuses.draw))


@catches(
    "dead_link_ends_the_crawl",
    "dead_links_left_out",
    "errors_as_statuses",
    "only_refused_connections",
    "place_lost_with_the_connection",
)
def test_a_dead_link_counts_zero(dead_links):
    """A connection that is refused or breaks off counts 0, and the crawl goes on."""
    refusing, silent, alive = links(dead_links.draw, 1, 3)
    dead_links.gives({refusing: 0, silent: 0, alive: 200})


@catches("place_lost_with_the_connection", "tries_dead_links_again")
def test_each_url_is_asked_once(dead_links):
    """No url is asked for twice, not even a dead one."""
    asked = [each.url for each in dead_links.requests()]
    twice = sorted({url for url in asked if asked.count(url) > 1})
    assert not twice, dead_links.explain("one request for each url", got=f"two of {twice[0]}")


@catches("errors_as_statuses", "every_error_is_zero")
def test_other_errors_come_out(something_else_fails):
    """An error that has nothing to do with the connection comes out."""
    something_else_fails.raises("a bug", because="that was no dead link")


@catches("session_for_each_url", "session_of_its_own")
def test_one_session_for_all(slow_host_first):
    """All requests go through one session of `make_session`."""
    made = len(slow_host_first.calls("make_session"))
    slow_host_first.expect(f"{made} x make_session", "1 x make_session")


@catches("response_never_released")
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
    assert not late, cancelled_anywhere.explain(
        "all requests are over",
        got=f"{len(late)} left later or went on",
        because="nobody waits for their answers any more",
    )
