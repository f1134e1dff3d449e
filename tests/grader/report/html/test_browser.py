"""The page in a real browser: keyboard and pointer, a phone, both schemes, paper.

Without a Chromium these tests are skipped by name; `KATAS_CHROMIUM` names one that is elsewhere.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from grader.catalog import Course
from grader.marks import Mark
from grader.report.html.kata import entry_of
from grader.report.html.page import page_of
from grader.report.html.pairs import Films
from grader.report.html.render import rendered
from grader.run import Blocked, Call, Cut, Exchange, Run, TaskSpan, Wait, Where
from grader.verdict import CheckResult, Verdict
from tests.browser import Browser, NotStartedError, found

COURSE = Path(__file__).parents[3] / "courses" / "starred"
WHERE = Where("a_rather_long_name_for_a_file.py", 14, "submission")
WORD = "unbroken" * 20  # wider than a phone

TEXTS = """
(() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, n) => sum + c * [0.2126, 0.7152, 0.0722][n], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const low = [];
  let seen = 0;
  for (const element of document.querySelectorAll("body *")) {
    const text = [...element.childNodes].filter((n) => n.nodeType === 3 && n.data.trim());
    if (!text.length || !element.checkVisibility() || element.closest("script, title")) continue;
    const style = getComputedStyle(element);
    const colour = element.closest("svg") ? style.fill : style.color;
    const [a, b] = [light(numbers(colour)), light(ground(element))].sort((x, y) => y - x);
    seen += 1;
    if ((a + 0.05) / (b + 0.05) < 4.5) low.push(`${element.tagName} ${text[0].data.trim()}`);
  }
  const paper = light(ground(document.body));
  for (const name of ["call", "wait", "request", "block", "busy", "part", "bad", "link"]) {
    const probe = document.createElement("i");
    probe.style.color = `var(--${name})`;
    document.body.append(probe);
    const [a, b] = [light(numbers(getComputedStyle(probe).color)), paper].sort((x, y) => y - x);
    probe.remove();
    seen += 1;
    if ((a + 0.05) / (b + 0.05) < 3) low.push(name);
  }
  return [seen, low];
})()
"""


def run(**fields: object) -> Run:
    """Return a run with something of every kind."""
    usual: dict[str, object] = {
        "makespan": 4.0,
        "calls": (
            Call("fetch", ("a",), {}, 0, 0, 3, "returned", where=WHERE),
            Call(WORD, (WORD,), {}, 1, 1, None, "running", where=WHERE),
            Call("store", (1,), {}, 1, 1, 2, "cancelled", where=WHERE),
        ),
        "exchanges": (
            Exchange(
                "GET", f"http://a.example/{WORD}", "a.example", 0, 1, 2, 3, 200, "answered", True
            ),
        ),
        "tasks": (TaskSpan("task 1", None, 0, 4), TaskSpan(WORD, "task 1", 0, 4, coroutine=WORD)),
        "waits": (Wait(0, 0, 4, WHERE), Wait(1, 0, 2, WHERE)),
        "blocked": (Blocked(2, 2, "time.sleep", WHERE),),
        "cut": Cut(1, 1.0),
    }
    return Run("many", **(usual | fields))  # type: ignore[arg-type]


def text_of_a_page(course: Course) -> str:
    """Return a report with a failure, a solved kata, one that could not be judged, and others."""
    first, second, third, *others = course.katas
    failure = CheckResult(
        "test_0", "Law 0 holds `here`", "fail", "No.", "1 s", "3 s", WORD, WHERE,
        cycles=((WORD, "b"),), scenario="many", take=(0, 1, 0),
    )  # fmt: skip
    right = run(blocked=(), waits=(Wait(0, 0, 4, WHERE),))
    held = CheckResult("test_1", "Law 1 holds", "pass", scenario="many", take=(0, 1, 0))
    verdicts = [
        Verdict(first.id, "fail", 1, first.points, (failure, held), "", None, WORD, WORD),
        Verdict(second.id, "pass", second.points, second.points, (held,), stretch=True),
        Verdict(third.id, "error", 0, third.points, (), f"SyntaxError: {WORD}"),
    ]
    films = Films((run(),), (right,))
    begun = zip(course.katas, verdicts, strict=False)
    entries = {kata.id: entry_of(kata, verdict, films, WORD) for kata, verdict in begun}
    untouched = [Verdict(each.id, "fail", 0, each.points, (), not_started=True) for each in others]
    judged = list(zip(course.katas, [*verdicts, *untouched], strict=True))
    marks = {first.id: Mark(attempts=4, hints=2), second.id: Mark(solved_on="2026-11-23")}
    return rendered(page_of(judged, entries, marks, of=WORD, day="2026-11-23"))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    shutil.copytree(COURSE, folder / "course")
    path = folder / "report.html"
    path.write_text(text_of_a_page(Course(folder / "course")), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser | str]:
    """One browser for all tests, or why there is none."""
    path = found()
    if path is None:
        yield "no Chromium here, and KATAS_CHROMIUM names none"
        return
    with ExitStack() as stack:
        browser: Browser | str
        try:
            browser = stack.enter_context(Browser(path))
        except NotStartedError as error:
            browser = str(error)
        yield browser


@pytest.fixture
def browser(chromium: Browser | str, page: Path, request: pytest.FixtureRequest) -> Browser:
    if isinstance(chromium, str):
        pytest.skip(f"{request.node.name}: {chromium}")
    chromium.show(width=800)
    chromium.open(page)
    return chromium


def focused(browser: Browser, what: str) -> str:
    """Return something about what has the focus."""
    return str(browser.run(f"(() => {{ const at = document.activeElement; return {what}; }})()"))


def test_tab_reaches_a_bar_and_arrows_the_others_and_what_they_say_is_shown(
    browser: Browser,
) -> None:
    bar, told = "at.matches('.bar')", "at.closest('figure')?.querySelector('.told').textContent"
    pressed = 0
    while focused(browser, bar) == "False":
        browser.press("Tab")
        pressed += 1
        assert pressed < 60, "no bar is reached"
    assert focused(browser, told).startswith("fetch('a') 0 to 3 s, a_rather_long_name_for_a_file")
    assert float(focused(browser, "getComputedStyle(at).strokeWidth.replace('px', '')")) >= 3
    browser.press("ArrowDown")
    assert "still running" in focused(browser, told)
    browser.press("End")
    assert focused(browser, bar) == "True"
    browser.press("Tab")
    assert focused(browser, "at.tagName") == "SUMMARY"  # a picture is one stop


def test_pointing_at_a_bar_says_what_it_is(browser: Browser) -> None:
    box = "document.querySelector('figure .bar.blocked').getBoundingClientRect()"
    browser.run("document.querySelector('figure .bar.blocked').scrollIntoView({block: 'center'})")
    x, y = browser.run(f"[{box}.x + 5, {box}.y + 5]")
    browser.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
    said = browser.run("document.querySelector('.told').textContent")
    assert (
        said == "the loop is blocked 2 to 4 s, a_rather_long_name_for_a_file.py:14, by time.sleep"
    )


def test_what_a_bar_says_stays_in_sight_under_a_tall_picture(browser: Browser) -> None:
    browser.show(width=360, height=300)
    place = "getComputedStyle(document.querySelector('.told')).position"
    assert browser.run(place) == "static"  # in nobody's way while the page is only read
    browser.run("document.querySelector('figure .bar').focus()")
    box = "document.querySelector('.told').getBoundingClientRect()"
    assert browser.run(f"{box}.top > 0 && {box}.bottom <= innerHeight") is True


def test_failures_are_open_and_the_rest_opens_with_enter(browser: Browser) -> None:
    opened = "[...document.querySelectorAll('details[open]')].map((part) => part.className)"
    assert browser.run(opened) == ["failure"]
    browser.run("document.querySelector('details.passed > summary').focus()")
    browser.press("Enter", "\r")
    assert browser.run(opened) == ["failure", "passed"]


def test_a_link_into_a_closed_part_opens_it(browser: Browser) -> None:
    browser.run("location.hash = document.querySelector('details.passed figure').id")
    is_open = "document.querySelector('details:has(figure:target)').open"
    assert browser.run(f"new Promise(done => requestAnimationFrame(() => done({is_open})))") is True


@pytest.mark.parametrize("width", [320, 360, 800, 1600])
def test_nothing_is_wider_than_the_window(browser: Browser, width: int) -> None:
    browser.show(width=width)
    browser.run("document.querySelectorAll('details').forEach((part) => { part.open = true })")
    assert browser.run("document.documentElement.scrollWidth <= innerWidth && innerWidth") == width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_can_be_read(browser: Browser, scheme: str) -> None:
    browser.show(width=800, dark=scheme == "dark")
    browser.run("document.querySelectorAll('details').forEach((part) => { part.open = true })")
    seen, low = browser.run(TEXTS)
    assert low == []
    assert seen > 100


def test_the_dark_scheme_is_dark_and_paper_is_white(browser: Browser) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    browser.show(width=800, dark=True)
    dark = browser.run(ground)
    browser.show(width=800, dark=True, media="print")
    assert (dark, browser.run(ground)) == ("rgb(13, 17, 23)", "rgb(255, 255, 255)")


def test_what_is_open_is_printed_with_its_words(browser: Browser) -> None:
    browser.run(
        "addEventListener('beforeprint', () => { window.printed ="
        " document.querySelectorAll('details.facts[open]').length })"
    )
    assert browser.printed().startswith(b"%PDF")
    assert browser.run("window.printed") == 1  # of the failure; what is closed stays closed
    assert browser.run("document.querySelectorAll('details.facts[open]').length") == 0


def test_the_page_asks_for_nothing(browser: Browser) -> None:
    assert browser.run("performance.getEntriesByType('resource').length") == 0
