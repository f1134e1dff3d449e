"""The page of a report: what it says, that it is whole, and that nothing on it can act."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

from grader.catalog import Course
from grader.marks import Mark
from grader.report.html.kata import LONGEST_TEXT, entry_of
from grader.report.html.page import page_of
from grader.report.html.pairs import Films
from grader.report.html.render import is_ours, rendered
from grader.run import Call, Run, TaskSpan, Trouble, Wait, Where
from grader.verdict import CheckResult, Verdict

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&"
WHERE = Where("one.py", 2, "submission")


class Seen(HTMLParser):
    """What a browser makes of a page: elements, and the text outside of style and script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag if tag in ("script", "style") else ""

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.text += data.split()

    @property
    def words(self) -> str:
        return " ".join(self.text)


def run(**fields: Any) -> Run:
    call = Call("fetch", ("a",), {}, 0, 0, 3, "returned", where=Where("one.py", 14, "submission"))
    return Run("many", **({"makespan": 3.0, "calls": (call,)} | fields))


def failed(**fields: Any) -> CheckResult:
    usual = {"message": "It does not.", "scenario": "many", "where": WHERE}
    return CheckResult("test_0", "Law 0 holds", "fail", **(usual | fields))  # type: ignore[arg-type]


def page(
    course: Course, verdict: Verdict, films: Films | None = None, *, source: str = "", of: str = ""
) -> str:
    kata, *others = course.katas
    judged = [(kata, verdict)]
    for other in others:
        untouched = Verdict(other.id, "fail", 0, other.points, (), not_started=True)
        judged.append((other, untouched))
    entries = {kata.id: entry_of(kata, verdict, films or Films((run(),), ()), source)}
    marks = {kata.id: Mark(attempts=4, hints=2, solved_on="2026-11-23", judged=True)}
    return rendered(page_of(judged, entries, marks, of=of, day="2026-11-23"))


def fails(course: Course, *checks: CheckResult, **fields: Any) -> Verdict:
    kata = course.katas[0]
    return Verdict(kata.id, "fail", 1, kata.points, checks, **fields)


def test_a_failure_is_told_with_its_reasons_and_the_line(three: Course) -> None:
    where = Where(three.katas[0].filename, 2, "submission")
    source = "async def one():\n    await asyncio.sleep(1)\n"
    check = failed(expected="1 s", got="3 s", because="they wait in turn", where=where)
    words = Seen(page(three, fails(three, check), source=source)).words
    assert "Law 0 holds expected 1 s got 3 s because they wait in turn" in words
    assert f"where {where} await asyncio.sleep(1)" in words


def test_a_failure_without_figures_is_told_by_its_message(three: Course) -> None:
    assert "Law 0 holds It does not." in Seen(page(three, fails(three, failed()))).words


def test_progress_says_what_each_kata_took(three: Course) -> None:
    words = Seen(page(three, fails(three, failed()))).words
    assert f"{three.katas[0].title} 4 2 2026-11-23" in words
    assert "Not started 0102" in words


def test_the_known_mistake_is_explained_with_code_as_code(three: Course) -> None:
    text = page(three, fails(three, failed(), explanation="Use `await` here."))
    assert "Use <code>await</code> here." in text


def test_without_solutions_the_page_says_so_once(three: Course) -> None:
    judged = [(kata, fails(three, failed())) for kata in three.katas[:1]]
    entries = {kata.id: entry_of(kata, each, Films((run(),), None), "") for kata, each in judged}
    text = rendered(page_of(judged, entries, {}, day="2026-11-23", compared=False))
    assert text.count("nothing to compare with") == 1
    assert "nothing to compare with" not in page(three, fails(three, failed()))


def test_a_bar_says_its_times_and_its_line(three: Course) -> None:
    text = page(three, fails(three, failed()))
    assert "<title>fetch(&#39;a&#39;) 0 to 3 s, one.py:14</title>" in text
    assert "fetch('a') 0 to 3 s, one.py:14" in Seen(text).words


def test_a_run_is_drawn_once_and_linked_from_everywhere_else(three: Course) -> None:
    text = page(three, fails(three, failed(), failed(message="Another.")))
    anchors = re.findall(r'<figure class="picture" id="([^"]+)"', text)
    assert len(anchors) == 1
    assert f'<a href="#{anchors[0]}">' in text


def test_no_word_of_a_learner_can_become_markup(three: Course) -> None:
    call = Call(EVIL, (EVIL,), {}, 0, 0, 3, "raised", where=WHERE)
    tasks = (TaskSpan(EVIL, "task 1", 0, 3, coroutine=EVIL),)
    films = Films((run(calls=(call,), tasks=tasks, waits=(Wait(0, 0, 3, WHERE),)),), None)
    where = Where(three.katas[0].filename, 1, "submission")
    check = failed(
        message=EVIL, because=EVIL, expected=EVIL, got=EVIL, cycles=((EVIL,),), where=where
    )
    verdict = fails(three, check, message=EVIL, output=EVIL, explanation=f"`{EVIL}` {EVIL}")
    text = page(three, verdict, films, source=EVIL, of=EVIL)
    seen = Seen(text)
    assert "<img" not in text
    assert [tag for tag, _ in seen.tags].count("script") == 1
    assert not [attrs for _, attrs in seen.tags if any(name.startswith("on") for name in attrs)]
    assert seen.words.count("<script>alert(1)</script>") >= 8


def test_only_the_script_of_the_page_may_run(three: Course) -> None:
    text = page(three, fails(three, failed()))
    (script,) = re.findall(r"<script>(.*?)</script>", text, flags=re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'" in text


def test_the_page_needs_no_other_file_and_no_network(three: Course, tmp_path: Path) -> None:
    text = page(three, fails(three, failed()))
    tags = Seen(text).tags
    places = [attrs[name] for _, attrs in tags for name in ("src", "href", "data") if name in attrs]
    assert places
    assert all(place is not None and place.startswith("#") for place in places)
    assert not re.search(r"url\((?!#)|@import|https?:", text)
    assert str(tmp_path) not in text


def test_every_link_leads_to_something_and_no_id_is_given_twice(three: Course) -> None:
    tags = Seen(page(three, fails(three, failed(), failed(message="Another.")))).tags
    ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
    links = {str(attrs["href"])[1:] for _, attrs in tags if "href" in attrs}
    assert len(set(ids)) == len(ids)
    assert links <= set(ids)


def test_headings_go_down_one_step_at_a_time(three: Course) -> None:
    checks = (
        failed(),
        CheckResult("test_1", "Law 1 holds", "pass", scenario="many", take=(1, 0, 0)),
    )
    levels = [
        int(tag[1])
        for tag, _ in Seen(page(three, fails(three, *checks))).tags
        if re.fullmatch("h[1-6]", tag)
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_what_no_page_can_hold_is_written_out(three: Course) -> None:
    text = page(three, fails(three, failed(message="a\x00b\x1b[31m\ud800c")))
    assert r"a\x00b\x1b[31m\ud800c" in text
    assert text.encode("utf-8")


def test_a_long_output_is_cut_and_says_so(three: Course) -> None:
    text = page(three, fails(three, failed(), output="x" * (LONGEST_TEXT + 1_000)))
    assert "(1,000 more characters)" in text
    assert "x" * (LONGEST_TEXT + 1) not in text


def test_thousands_of_waits_make_no_megabyte(three: Course) -> None:
    tasks = tuple(TaskSpan(f"task {n}", None, 0, 2000) for n in range(50))
    waits = tuple(Wait(task, n, n + 1, WHERE) for task in range(50) for n in range(2000))
    busy = run(makespan=2000.0, tasks=tasks, waits=waits)
    plain = page(three, fails(three, failed()))
    assert len(page(three, fails(three, failed()), Films((busy,), (busy,)))) < len(plain) + 200_000


def test_a_run_without_a_picture_says_why(three: Course) -> None:
    still = Films((run(makespan=0.0, calls=()),), ())
    assert "takes no time" in page(three, fails(three, failed()), still)
    assert "did not come about a second time" in page(three, fails(three, failed()), Films())
    ended = Films((run(makespan=0.0, calls=(), trouble=Trouble("exit", "It ended.")),), ())
    assert "was ended from outside" in page(three, fails(three, failed()), ended)


def test_equal_verdicts_make_equal_pages(three: Course) -> None:
    verdict = fails(three, failed())
    assert page(three, verdict) == page(three, verdict)


def test_a_page_is_known_as_ours_by_its_begin(three: Course) -> None:
    assert is_ours(page(three, fails(three, failed())).encode()[:500])
    assert not is_ours(b"<!DOCTYPE html><html><head><title>mine</title>")
