"""What aiohttp offers around a request works as in aiohttp."""

from __future__ import annotations

import aiohttp
import pytest

from grader.lab.http import Answer

URL = "https://api.example/v1/items"


async def test_parameters_are_merged_into_the_address(http):
    url = http.serve(URL + "?b=2&a=1", body=b"x")
    async with http.session() as session:
        for params in ({"a": 1, "b": 2}, [("b", "2"), ("a", "1")], "a=1&b=2"):
            async with session.get(URL, params=params) as response:
                assert response.status == 200
        async with session.get(URL + "?a=1", params={"b": 2}) as response:
            assert response.url.query == {"a": "1", "b": "2"}
    assert {entry.url for entry in http.exchanges} == {url}


async def test_a_base_url_is_put_in_front(http):
    http.serve(URL)
    base = "https://api.example/v1/"
    async with http.session(base_url=base) as session, session.get("items") as response:
        assert str(response.url) == URL


async def test_what_is_posted_is_recorded(http):
    http.serve(URL, method="POST", status=201)
    payload = {"name": "a"}
    async with http.session(headers={"X-Key": "k"}) as session:
        async with session.post(URL, json=payload, headers={"X-More": "m"}) as response:
            assert response.status == 201
            assert response.request_info.headers["X-Key"] == "k"
        payload["name"] = "changed later"
        await session.post(URL, data=b"raw")
        await session.post(URL, data={"field": "1"})
        await session.post(URL, data=letters())
    assert [entry.body for entry in http.exchanges] == [
        {"name": "a"},
        b"raw",
        {"field": "1"},
        b"ab",
    ]
    assert http.exchanges[0].headers == {"X-Key": "k", "X-More": "m"}
    assert http.facts()[1].body == {"bytes": "726177"}


async def letters():
    yield b"a"
    yield b"b"


@pytest.mark.parametrize(
    ("kwargs", "error", "words"),
    [
        ({"json": {}, "data": b""}, ValueError, "can not be used at the same time"),
        ({"json": object()}, TypeError, "not JSON serializable"),
    ],
)
async def test_a_body_that_cannot_be_sent_is_refused(http, kwargs, error, words):
    http.serve(URL, method="POST")
    async with http.session() as session:
        with pytest.raises(error, match=words):
            await session.post(URL, **kwargs)


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("nowhere", aiohttp.InvalidUrlClientError),
        ("ftp://x.example/", aiohttp.NonHttpUrlClientError),
        ("http://x.example:port/", aiohttp.InvalidUrlClientError),
    ],
)
async def test_an_address_that_is_none_is_refused(http, url, error):
    async with http.session() as session:
        with pytest.raises(error):
            await session.get(url)


@pytest.mark.parametrize("place", ["request", "session", "function"])
async def test_raise_for_status_raises_and_releases(http, place):
    http.serve(URL, status=404, body=b"no such page")

    async def check(response):
        raise LookupError(response.status)

    flag = check if place == "function" else True
    for_session = {"raise_for_status": flag} if place == "session" else {}
    for_request = {} if place == "session" else {"raise_for_status": flag}
    async with http.session(**for_session) as session:
        with pytest.raises(LookupError if place == "function" else aiohttp.ClientResponseError):
            await session.get(URL, **for_request)
        assert http.unreleased() == []
    assert [(e.status, e.outcome, e.released) for e in http.exchanges] == [(404, "answered", True)]


async def test_headers_arrive(http):
    headers = {"X-Count": "3", "content-type": "image/png"}
    http.serve(URL, body=b"12345", headers=headers)
    async with http.session() as session, session.get(URL) as response:
        assert response.headers["x-count"] == "3"
        assert response.content_type == "image/png"
        assert response.content_length == 5
        assert response.reason == "OK"
        assert response.ok


async def test_cookies_are_kept_by_the_session(http):
    http.serve(URL, headers={"Set-Cookie": "token=abc; Path=/"})
    async with http.session() as session, session.get(URL) as response:
        assert response.cookies["token"].value == "abc"
        assert [cookie.value for cookie in session.cookie_jar] == ["abc"]


async def test_redirects_are_followed_and_each_hop_is_recorded(http, now):
    http.serve(URL, latency=1, status=302, headers={"Location": "other"})
    other = http.serve("https://api.example/v1/other", latency=2, body=b"here")
    async with http.session() as session:
        async with session.get(URL) as response:
            assert await response.read() == b"here"
            assert [hop.status for hop in response.history] == [302]
            assert str(response.url) == other
        async with session.get(URL, allow_redirects=False) as response:
            assert response.status == 302
    assert now() == 4
    assert [entry.url for entry in http.exchanges] == [URL, other, URL]
    assert all(entry.released for entry in http.exchanges)


@pytest.mark.parametrize(("status", "method"), [(303, "GET"), (302, "GET"), (307, "POST")])
async def test_a_redirected_post_changes_its_method_as_in_aiohttp(http, status, method):
    http.serve(URL, method="POST", status=status, headers={"Location": URL + "/new"})
    http.serve(URL + "/new", method=method)
    async with http.session() as session, session.post(URL, json=[1]) as response:
        assert (response.status, response.method) == (200, method)
    assert [entry.body for entry in http.exchanges] == [[1], [1] if method == "POST" else None]


async def test_a_redirect_for_ever_is_stopped(http):
    http.serve(URL, status=302, headers={"Location": URL})
    async with http.session() as session:
        with pytest.raises(aiohttp.TooManyRedirects):
            await session.get(URL)
    assert len(http.exchanges) == 10


async def test_every_method_has_its_own_answers(http):
    for method in ("GET", "PUT", "PATCH", "DELETE", "OPTIONS"):
        http.serve(URL, method=method, headers={"X-Method": method})
    async with http.session() as session:
        for verb in ("get", "put", "patch", "delete", "options"):
            async with getattr(session, verb)(URL) as response:
                assert response.headers["X-Method"] == verb.upper()


async def test_serving_again_replaces_the_answer(http):
    http.serve(URL, status=500)
    http.script(URL, Answer(status=201))
    async with http.session() as session, session.get(URL + "#part") as response:
        assert response.status == 201


async def test_a_response_is_of_aiohttp_s_own_class(http):
    http.serve(URL)
    async with http.session() as session, session.get(URL) as response:
        assert type(response) is aiohttp.ClientResponse
        assert isinstance(response.content, aiohttp.StreamReader)
        assert repr(response).startswith(f"<ClientResponse({URL}) [200 OK]>")
