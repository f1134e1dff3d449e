"""Which katas somebody looks for: by words, by chapter, by how they stand."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from grader.catalog import Kata
from grader.errors import UsageError
from grader.marks import Mark

MOST_NEAR_WORDS = 6
SHORTEST_WORD = 4  # of those that are offered in place of another


@dataclass(frozen=True)
class Search:
    """What to look for: all of it has to be so. `standing` is "open", "done", "begun" or ""."""

    words: Sequence[str] = ()
    chapter: str = ""
    standing: str = ""
    stretch: bool = False

    def among(self, katas: Sequence[Kata], marks: Mapping[str, Mark]) -> list[Kata]:
        """Return the katas that are meant; raise `UsageError` when there is no such chapter."""
        folders = _chapters(katas, self.chapter) if self.chapter else None
        return [
            kata
            for kata in katas
            if (folders is None or kata.chapter_folder in folders)
            and (kata.stretch or not self.stretch)
            and _stands(marks.get(kata.id, Mark()), self.standing)
            and all(_has(kata, word) for word in self.words)
        ]

    def near(self, katas: Sequence[Kata]) -> list[str]:
        """Return words of the course that come near those which no kata has."""
        known = {word for kata in katas for word in _words(kata)}
        strange = [word for word in self.words if not any(_has(kata, word) for kata in katas)]
        found = [
            near
            for word in strange
            for near in difflib.get_close_matches(word.casefold(), sorted(known), n=3, cutoff=0.6)
        ]
        return list(dict.fromkeys(found))[:MOST_NEAR_WORDS]


def _stands(mark: Mark, standing: str) -> bool:
    is_done = mark.is_solved
    kinds = {"done": is_done, "open": not is_done, "begun": mark.is_begun and not is_done}
    return kinds.get(standing, True)


def _has(kata: Kata, word: str) -> bool:
    word = word.casefold()
    if word.isdigit():  # 06 and 6 are a chapter; the 1 of 0601 is nobody's
        return kata.number.startswith(word) or kata.number.lstrip("0").startswith(word)
    return word.replace("-", "_") in kata.id or any(word in text for text in _texts(kata))


def _texts(kata: Kata) -> Iterable[str]:
    texts = (kata.title, kata.chapter_title, kata.slug.replace("_", " "), *kata.tags)
    return (text.casefold() for text in texts)


def _words(kata: Kata) -> Iterable[str]:
    found = re.findall(r"\w+", " ".join(_texts(kata)))
    return (word for word in found if len(word) >= SHORTEST_WORD)


def is_chapter(katas: Iterable[Kata], name: str) -> bool:
    """Return whether a chapter has this number, or this name in full."""
    return bool(_named(katas, name))


def _named(katas: Iterable[Kata], name: str) -> set[str]:
    asked = name.casefold().replace("-", "_")
    return {
        kata.chapter_folder
        for kata in katas
        if asked in (kata.chapter_folder, kata.chapter_folder[3:])
        or (asked.isdecimal() and int(asked) == int(kata.chapter_folder[:2]))
    }


def _chapters(katas: Sequence[Kata], name: str) -> set[str]:
    """Return the folders of the chapters with this number, else with this name or a part of it."""
    asked = name.casefold().replace("-", "_")
    found = _named(katas, name) or {
        kata.chapter_folder
        for kata in katas
        if asked in kata.chapter_folder[3:] or name.casefold() in kata.chapter_title.casefold()
    }
    if not found:
        known = dict.fromkeys(kata.chapter_folder for kata in katas)
        raise UsageError(f"There is no chapter {name!r}. Chapters: {', '.join(known)}.")
    return found
