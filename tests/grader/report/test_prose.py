from __future__ import annotations

from grader.report.paper import Paper
from grader.report.prose import prose

README = """\
# Title

A **situation** somebody is in,
over two lines.

## Your task

Complete `f`.
Return the [sum](https://example.org) of all that waits, as one number and nothing else.
Then more.

- one point that goes
  on and on
- another

```python
if x:  # [code]
    await f()
```
"""


def lines(text: str, width: int = 30, **options: int) -> list[str]:
    return [row.plain for row in prose(Paper(width=width), text, **options)]


def test_paragraphs_are_folded_and_code_is_not() -> None:
    rows = lines(README)
    assert rows[:4] == ["Title", "", "A situation somebody is in,", "over two lines."]
    assert "    if x:  # [code]" in rows
    assert "        await f()" in rows


def test_an_item_is_set_in() -> None:
    assert lines("- one point that goes\n  on and on\n- x", 20) == [
        "- one point that",
        "  goes on and on",
        "- x",
    ]


def test_a_fence_that_is_never_closed_loses_nothing() -> None:
    assert lines("a\n```\ncode") == ["a", "    code"]


def test_all_of_it_can_be_set_in() -> None:
    assert lines("one two three", 14, indent=2) == ["  one two", "  three"]


def test_code_keeps_its_underscores_and_stars() -> None:
    assert lines("`__aenter__`, `a**b**c`, **bold** and __bold__", 80) == [
        "`__aenter__`, `a**b**c`, bold and bold"
    ]
    assert lines("a__b__c `[x](y)` [x](y)", 80) == ["a__b__c `[x](y)` x"]
