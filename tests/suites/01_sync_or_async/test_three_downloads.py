"""Three downloads: all at once, each body under its url, through the session that was given."""

from grader.run import Error
from grader.suite import Draw, catches, scenario

ADDRESS = "https://img.example/{}.png"
MANY = 125  # more than a session lets through unless it is told otherwise
PLACES = 2  # connections of the session that has few of them
STATUS = 503  # of the download that fails
NO_OVERLAP = "the waits do not all overlap"
TOO_EARLY = "you returned before the slowest one could be there"
NOTHING = "nothing"

FREE = {
    "everything_awaited": "dict_of_coroutines gather_without_star",
    "no_error_lost": "the_last_url_for_all",
    "nothing_left_running": "does_not_wait gather_not_awaited waits_for_the_first",
    "one_loop": "urllib_in_threads",
}

Image = tuple[str, bytes, float]  # url, body, latency


def images(draw: Draw, latencies: list[float]) -> list[Image]:
    """Draw one image for each latency."""
    return [
        (ADDRESS.format(name), f" picture of {name}\n".encode(), latency)
        for name, latency in zip(draw.names(len(latencies)), latencies, strict=True)
    ]


def three(draw: Draw) -> list[Image]:
    """Draw the three images of the title."""
    return images(draw, [1, 1, 1])


def uneven(draw: Draw) -> list[Image]:
    """Draw five images with different latencies; the slowest one is the fourth."""
    first, second, third, fourth = draw.seconds(4, low=0.25, high=2)
    return images(draw, [first, second, third, 2.75, fourth])


def many(draw: Draw) -> list[Image]:
    """Draw many images, of which no two arrive at the same time; the last one is empty."""
    *others, last = images(draw, draw.shuffled([step / 16 for step in range(1, MANY + 1)]))
    return [*others, (last[0], b"", last[2])]


def last_fails(draw: Draw) -> list[Image]:
    """Draw three images; the last one is the slowest: when it fails, nothing is on its way."""
    return images(draw, [0.5, 0.75, 1.5])


def served(http, given: list[Image]) -> list[str]:
    """Serve the images, and return their urls in order.

    No scenario closes its session: downloads that were left behind go on, and are seen to.
    """
    for url, body, latency in given:
        http.serve(url, body=body, latency=latency)
    return [url for url, _, _ in given]


@scenario(schedules=3)
async def three_images(kata, http, draw):
    """Download three images of one second each."""
    session = http.session()
    return await kata.download_all(session, served(http, three(draw)))


@scenario
async def uneven_images(kata, http, draw):
    """Download five images with different latencies."""
    session = http.session()
    return await kata.download_all(session, served(http, uneven(draw)))


@scenario(schedules=2)
async def many_images(kata, http, draw):
    """Download many images at once, which arrive in another order."""
    import aiohttp

    session = http.session(connector=aiohttp.TCPConnector(limit=0))  # 0: no limit
    return await kata.download_all(session, served(http, many(draw)))


@scenario
async def no_images(kata, http):
    """Download nothing."""
    session = http.session()
    return await kata.download_all(session, [])


@scenario
async def few_places(kata, http, draw):
    """Download three images through a session with two connections."""
    import aiohttp

    session = http.session(connector=aiohttp.TCPConnector(limit=PLACES))
    return await kata.download_all(session, served(http, three(draw)))


@scenario
async def one_fails(kata, http, draw, attempt):
    """Download three images, the last of which the server refuses."""
    given = last_fails(draw)
    urls = served(http, given)
    http.serve(urls[-1], status=STATUS, latency=given[-1][2])
    session = http.session()
    return await attempt(kata.download_all(session, urls))


@scenario(schedules=3)
async def afterwards(kata, http, draw, attempt):
    """Download three images, and look at the session that was lent."""
    session = http.session()
    await attempt(kata.download_all(session, served(http, three(draw))))
    return session.closed


def maximum(given: list[Image]) -> str:
    """Return the arithmetic of waiting for all at once."""
    return f"max({', '.join(f'{latency:g}' for _, _, latency in given)})"


def is_answered(run, url: str) -> bool:
    """Return whether a request of the url got its answer."""
    return any(each.status for each in run.requests(url))


def failing_url(run) -> str:
    """Return the url of the download that fails."""
    return last_fails(run.draw)[-1][0]


def in_its_place(run) -> object:
    """Return what stands under the url of the download that failed, or `NOTHING`."""
    url, got = failing_url(run), run.value.value
    return got.get(url, NOTHING) if isinstance(got, dict) and is_answered(run, url) else NOTHING


@catches(
    "awaits_in_the_comprehension coroutines_in_turn dict_of_coroutines does_not_wait"
    " gather_not_awaited gather_without_star one_after_another task_awaited_in_the_loop"
    " urllib_in_threads"
)
def test_three_take_one_second(three_images):
    """Three downloads of one second each take one second, not three."""
    three_images.takes(1, "max(1, 1, 1)", late=NO_OVERLAP, early=TOO_EARLY)


@catches(
    "awaits_in_the_comprehension coroutines_in_turn dict_of_coroutines does_not_wait"
    " gather_not_awaited gather_without_star in_batches limits_to_three one_after_another"
    " task_awaited_in_the_loop the_last_url_for_all urllib_in_threads visible_example"
    " waits_for_the_first"
)
def test_the_slowest_decides(uneven_images):
    """However many and however uneven, all downloads take as long as the slowest one."""
    given = uneven(uneven_images.draw)
    uneven_images.takes(2.75, maximum(given), late=NO_OVERLAP, early=TOO_EARLY)


@catches(
    "awaits_in_the_comprehension coroutines_in_turn dict_of_coroutines gather_not_awaited"
    " gather_without_star in_batches in_hundreds limits_to_three one_after_another"
    " one_session_of_its_own polite_limit task_awaited_in_the_loop the_last_url_for_all"
    " urllib_in_threads visible_example"
)
def test_all_requests_leave_at_once(many_images):
    """Every request leaves before you wait for any answer, however many there are."""
    sent = {each.url: each.sent for each in many_images.requests()}
    for url, _, _ in many(many_images.draw):
        assert url in sent, many_images.explain(f"a request of {url}", got="none")
        why = f"{url} can be asked for at the very beginning"
        many_images.expect(sent[url], 0.0, because=why)


@catches(
    "does_not_wait drops_empty_bodies gather_not_awaited gather_without_star keys_by_file_name"
    " returns_a_list the_last_url_for_all urllib_in_threads visible_example waits_for_the_first"
)
def test_keys_are_the_urls(many_images):
    """The result is a dict, and its keys are the urls."""
    got, urls = many_images.value, {url for url, _, _ in many(many_images.draw)}
    assert isinstance(got, dict), many_images.explain("a dict", got=got)
    strange = [key for key in got if key not in urls]
    why = f"{len(strange)} of {len(got)} keys are no url that was asked for"
    assert not strange, many_images.explain("the urls as keys", got=strange[0], because=why)
    assert len(got) == MANY, many_images.explain(f"{MANY} urls", got=f"{len(got)}")


@catches(
    "arrival_order dict_of_coroutines does_not_wait drops_empty_bodies gather_not_awaited"
    " gather_without_star keys_by_file_name returns_a_list strips_the_bodies the_last_url_for_all"
    " urllib_in_threads visible_example waits_for_the_first zips_a_set"
)
def test_each_body_under_its_url(many_images):
    """Every body stands under its own url, whichever arrives first."""
    got = many_images.value
    assert isinstance(got, dict), many_images.explain("a dict", got=got)
    given = [(url, body) for url, body, _ in many(many_images.draw)]
    wrong = [(url, body) for url, body in given if got.get(url) != body]
    for url, body in wrong[:1]:
        why = f"{len(wrong)} of {MANY} urls lack their body; this is {url}"
        many_images.expect(got.get(url, NOTHING), body, because=why)


@catches("gather_without_star returns_a_list visible_example waits_for_nothing zips_a_set")
def test_nothing_to_download(no_images):
    """Without urls the result is an empty dict, at once."""
    no_images.gives({})
    no_images.takes(0, because="there is nothing to wait for")


@catches(
    "dict_of_coroutines gather_not_awaited gather_without_star one_session_of_its_own"
    " session_of_its_own urllib_in_threads"
)
def test_uses_the_given_session(few_places):
    """All downloads go through the session you were given, with its limit of connections."""
    peak = few_places.peak_requests()
    why = f"the session that was given has {PLACES} connections" if peak else "no request went out"
    fine = f"1 to {PLACES} requests at a time"
    assert 0 < peak <= PLACES, few_places.explain(fine, got=f"{peak}", because=why)


@catches("closes_it_at_the_end closes_the_session")
def test_session_stays_open(afterwards):
    """The session is lent to you: it is still open when you return."""
    state = "a closed session" if afterwards.value else "an open session"
    afterwards.expect(state, "an open session", because="it belongs to your caller")


@catches(
    "dict_of_coroutines does_not_wait empty_for_a_failure errors_among_the_bodies"
    " filters_out_failures gather_not_awaited gather_without_star leaves_out_failures"
    " none_for_a_failure status_not_checked urllib_in_threads waits_for_the_first"
)
def test_failure_comes_out(one_fails):
    """When a download fails, your caller gets its error."""
    url = failing_url(one_fails)
    why = f"{url} was refused with status {STATUS}" if is_answered(one_fails, url) else ""
    kinds = {each.type for each in one_fails.value.error.members} if one_fails.value.error else ()
    told = one_fails.explain(f"ClientResponseError: {STATUS}", got=one_fails.value, because=why)
    assert "ClientResponseError" in kinds, told


@catches("errors_among_the_bodies")
def test_no_error_among_the_bodies(one_fails):
    """When a download fails, its error does not stand among the bodies."""
    stands = in_its_place(one_fails)
    assert not isinstance(stands, Error), one_fails.explain(
        "an error that is raised", got={failing_url(one_fails): stands}
    )


@catches("empty_for_a_failure none_for_a_failure status_not_checked")
def test_no_body_for_a_failure(one_fails):
    """When a download fails, nothing is made up or read in the place of its body."""
    stands, url = in_its_place(one_fails), failing_url(one_fails)
    why = f"the server had no picture for this url and answered {STATUS}"
    told = one_fails.explain("an error that is raised", got={url: stands}, because=why)
    assert stands == NOTHING or isinstance(stands, Error), told
