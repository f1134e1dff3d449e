from __future__ import annotations

import pytest

from grader.report.paper import Paper, paper_for


def test_a_pipe_is_eighty_columns_without_colour(made) -> None:
    assert paper_for(made.stream(), {}) == Paper(80, 24)


def test_a_terminal_has_colour_and_leaves_a_line_for_the_prompt(made) -> None:
    paper = paper_for(made.stream(terminal=True), {"COLUMNS": "200", "LINES": "24"})
    assert paper == Paper(80, 23, colour=True)


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_can_be_refused(environ: dict[str, str], made) -> None:
    assert not paper_for(made.stream(terminal=True), environ).colour


def test_an_empty_no_color_refuses_nothing(made) -> None:
    assert paper_for(made.stream(terminal=True), {"NO_COLOR": ""}).colour


def test_a_narrow_terminal_is_narrow_paper(made) -> None:
    assert paper_for(made.stream(terminal=True), {"COLUMNS": "40"}).width == 40


def test_nonsense_in_columns_is_ignored(made) -> None:
    assert paper_for(made.stream(), {"COLUMNS": "wide", "LINES": "-3"}) == Paper(80, 24)


def test_a_closed_stream_has_paper_too(made) -> None:
    stream = made.stream()
    stream.close()
    assert not paper_for(stream, {}).colour


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_an_encoding_without_lines_gets_ascii(encoding: str) -> None:
    paper = Paper(encoding=encoding)
    assert not paper.unicode
    assert paper.clean("… → “x” 等") == '... -> "x" \\u7b49'


@pytest.mark.parametrize(
    ("environ", "unicode"),
    [
        ({}, True),
        ({"LC_ALL": "C"}, False),
        ({"LC_ALL": "POSIX"}, False),
        ({"LC_ALL": "C.UTF-8"}, True),
        ({"LC_ALL": "", "LANG": "C"}, True),  # as in a container that says nothing
    ],
)
def test_who_asks_for_the_c_locale_gets_ascii(environ, unicode, made) -> None:
    assert paper_for(made.stream(), environ).unicode is unicode


def test_what_an_encoding_can_show_stays() -> None:
    assert Paper(encoding="latin-1").clean("é") == "é"


def test_control_characters_are_made_visible() -> None:
    assert Paper().clean("a\x1b[31m\x07\u202e\r\nb\tc") == "a\\x1b[31m\\x07\\u202e\nb   c"
