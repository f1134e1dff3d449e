"""Three downloads: all at once, each body under its url, through the session that was given."""

from grader.run import Error
from grader.suite import Draw, catches, scenario

ADDRESS = "https://img.example/{}.png"
MANY = 50
PLACES = 2  # connections of the session that has few of them
STATUS = 503  # of the download that fails
NO_OVERLAP = "the waits do not all overlap"

FREE = {
    "everything_awaited": ("gather_without_star", "dict_of_coroutines"),
    "nothing_left_running": ("gather_not_awaited", "does_not_wait", "waits_for_the_first"),
    "one_loop": ("urllib_in_threads",),
}

Image = tuple[str, bytes, float]  # url, body, latency


def images(draw: Draw, latencies: list[float]) -> list[Image]:
    """Draw one image for each latency."""
    return [
        (ADDRESS.format(name), f"picture of {name}".encode(), latency)
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
    """Draw many images, of which no two arrive at the same time."""
    return images(draw, draw.shuffled([step / 16 for step in range(1, MANY + 1)]))


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


@scenario
async def three_images(kata, http, draw):
    """Download three images of one second each."""
    session = http.session()
    return await kata.download_all(session, served(http, three(draw)))


@scenario
async def uneven_images(kata, http, draw):
    """Download five images with different latencies."""
    session = http.session()
    return await kata.download_all(session, served(http, uneven(draw)))


@scenario
async def many_images(kata, http, draw):
    """Download fifty images, which arrive in another order."""
    session = http.session()
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
    """Return what stands under the url of the download that failed, or None."""
    url, got = failing_url(run), run.value.value
    return got.get(url) if isinstance(got, dict) and is_answered(run, url) else None


@catches(
    "one_after_another",
    "awaits_in_the_comprehension",
    "coroutines_in_turn",
    "task_awaited_in_the_loop",
    "gather_without_star",
    "gather_not_awaited",
    "does_not_wait",
    "dict_of_coroutines",
    "urllib_in_threads",
)
def test_three_take_one_second(three_images):
    """Three downloads of one second each take one second, not three."""
    three_images.takes(1, "max(1, 1, 1)", late=NO_OVERLAP)


@catches(
    "one_after_another",
    "awaits_in_the_comprehension",
    "coroutines_in_turn",
    "task_awaited_in_the_loop",
    "in_batches",
    "limits_to_three",
    "visible_example",
    "gather_without_star",
    "gather_not_awaited",
    "does_not_wait",
    "dict_of_coroutines",
    "waits_for_the_first",
    "urllib_in_threads",
)
def test_the_slowest_decides(uneven_images):
    """However many and however uneven, all downloads take as long as the slowest one."""
    given = uneven(uneven_images.draw)
    uneven_images.takes(2.75, maximum(given), late=NO_OVERLAP)


@catches(
    "one_after_another",
    "awaits_in_the_comprehension",
    "coroutines_in_turn",
    "task_awaited_in_the_loop",
    "in_batches",
    "limits_to_three",
    "visible_example",
    "gather_without_star",
    "gather_not_awaited",
    "dict_of_coroutines",
    "urllib_in_threads",
)
def test_all_requests_leave_at_once(uneven_images):
    """Every request leaves before you wait for any answer."""
    urls = [url for url, _, _ in uneven(uneven_images.draw)]
    sent = {each.url: each.sent for each in uneven_images.requests()}
    for url in urls:
        assert url in sent, uneven_images.explain(f"a request of {url}", got="none")
        assert sent[url] == 0, uneven_images.explain(
            0.0, got=sent[url], because=f"{url} can be asked for at the very beginning"
        )


@catches(
    "keys_by_file_name",
    "returns_a_list",
    "visible_example",
    "gather_without_star",
    "gather_not_awaited",
    "does_not_wait",
    "waits_for_the_first",
    "urllib_in_threads",
)
def test_keys_are_the_urls(many_images):
    """The result is a dict, and its keys are the urls."""
    urls = {url for url, _, _ in many(many_images.draw)}
    got = many_images.value
    assert isinstance(got, dict), many_images.explain("a dict", got=got)
    strange = [key for key in got if key not in urls]
    assert not strange, many_images.explain(
        "the urls as keys",
        got=strange[0],
        because=f"{len(strange)} of {len(got)} keys are no url that was asked for",
    )
    assert len(got) == MANY, many_images.explain(
        f"{MANY} urls", got=f"{len(got)}", because=f"download_all was given {MANY}"
    )


@catches(
    "zips_a_set",
    "arrival_order",
    "keys_by_file_name",
    "returns_a_list",
    "visible_example",
    "gather_without_star",
    "gather_not_awaited",
    "does_not_wait",
    "dict_of_coroutines",
    "waits_for_the_first",
    "urllib_in_threads",
)
def test_each_body_under_its_url(many_images):
    """Every body stands under its own url, whichever arrives first."""
    expected = {url: body for url, body, _ in many(many_images.draw)}
    got = many_images.value
    assert isinstance(got, dict), many_images.explain("a dict", got=got)
    wrong = [url for url in expected if got.get(url) != expected[url]]
    assert not wrong, many_images.explain(
        expected[wrong[0]],
        got=got.get(wrong[0], "nothing"),
        because=f"{len(wrong)} of {len(expected)} urls lack their body; this is {wrong[0]}",
    )


@catches(
    "visible_example", "zips_a_set", "returns_a_list", "gather_without_star", "waits_for_nothing"
)
def test_nothing_to_download(no_images):
    """Without urls the result is an empty dict, at once."""
    no_images.gives({})
    no_images.takes(0, because="there is nothing to wait for")


@catches(
    "session_of_its_own",
    "gather_without_star",
    "gather_not_awaited",
    "dict_of_coroutines",
    "urllib_in_threads",
)
def test_uses_the_given_session(few_places):
    """All downloads go through the session you were given, with its limit of connections."""
    peak = few_places.peak_requests()
    limit = f"the session that was given has {PLACES} connections"
    assert 0 < peak <= PLACES, few_places.explain(
        f"1 to {PLACES} requests at a time",
        got=f"{peak}",
        because=limit if peak else "no request went out",
    )


@catches("closes_the_session", "closes_it_at_the_end")
def test_session_stays_open(afterwards):
    """The session is lent to you: it is still open when you return."""
    state = "a closed session" if afterwards.value else "an open session"
    afterwards.expect(state, "an open session", because="it belongs to your caller")


@catches(
    "leaves_out_failures",
    "filters_out_failures",
    "errors_among_the_bodies",
    "status_not_checked",
    "empty_for_a_failure",
    "gather_without_star",
    "gather_not_awaited",
    "does_not_wait",
    "dict_of_coroutines",
    "waits_for_the_first",
    "urllib_in_threads",
)
def test_failure_comes_out(one_fails):
    """When a download fails, your caller gets its error."""
    url = failing_url(one_fails)
    ended = one_fails.value
    kinds = {each.type for each in ended.error.members} if ended.error else set()
    assert "ClientResponseError" in kinds, one_fails.explain(
        f"ClientResponseError: {STATUS}",
        got=ended,
        because=f"{url} was refused with status {STATUS}" if is_answered(one_fails, url) else "",
    )


@catches("errors_among_the_bodies")
def test_no_error_among_the_bodies(one_fails):
    """When a download fails, its error does not stand among the bodies."""
    stands = in_its_place(one_fails)
    assert not isinstance(stands, Error), one_fails.explain(
        "an error that is raised", got={failing_url(one_fails): stands}
    )


@catches("status_not_checked", "empty_for_a_failure")
def test_no_body_for_a_failure(one_fails):
    """When a download fails, nothing is made up or read in the place of its body."""
    stands = in_its_place(one_fails)
    assert stands is None or isinstance(stands, Error), one_fails.explain(
        "an error that is raised",
        got={failing_url(one_fails): stands},
        because=f"the server had no picture for this url and answered {STATUS}",
    )
