"""What the watcher knows and does: which kata is open, its verdict, what each key means."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from grader.backups import Answer
from grader.catalog import Kata, course_text
from grader.errors import GraderError
from grader.marks import Mark, outcome_of
from grader.peer import PeerGone
from grader.progress import Progress
from grader.report.advice import Advice
from grader.report.compare import solution_page
from grader.report.judged import Judged
from grader.report.listing import list_page
from grader.report.paper import Paper
from grader.report.shelf import hint_page, show_page
from grader.report.watching import aside_page, next_rows, said_page, standing, watched_page
from grader.verdict import Verdict

ASK_FOR_RESET = "Press r once more to go back to the stub in\n{}\n\nYour file is kept."

Judge = Callable[[Kata], Verdict]
Describe = Callable[[Kata, Verdict], Judged]
Page = Callable[[Paper], str]


@dataclass
class Watch:
    """One sitting. `judge` runs a kata's file, `describe` adds paths as they are typed here.

    `compare` adds what right answers do in time, which can take longer than the verdict.
    """

    katas: Sequence[Kata]
    kata: Kata
    progress: Progress
    judge: Judge
    describe: Describe
    advice: Advice
    paper: Callable[[], Paper]
    compare: Callable[[Judged], Judged] = lambda item: item

    def __post_init__(self) -> None:
        self.item: Judged | None = None
        self._is_compared = False
        self._seconds = 0.0
        self._aside: Page | None = None  # what lies over the verdict: a hint, the task, the list
        self._note = ""  # what went wrong beside the verdict
        self._first = 0  # the row of it that the screen begins with
        self._pressed = self._asked = ""  # the last key, and the one before it
        self._keys: dict[str, Callable[[], object]] = {
            "n": self._next,
            "h": self._hint,
            "s": self._task,
            "l": self._list,
            "c": self._check_all,
            "v": self._solution,
            "r": self._reset,
        }

    # What happens

    def saved(self, paths: Sequence[Path]) -> bool:
        """Judge the kata whose file was saved last; False when none of the files is a kata's.

        A folder that comes or goes takes with it the file that is watched.
        """
        files = {kata.root / kata.stub: kata for kata in self.katas}
        files |= dict.fromkeys((self.kata.root / self.kata.stub).parents, self.kata)
        known = [files[path] for path in paths if path in files]
        if known:
            self.open(known[-1])
        return bool(known)

    def pressed(self, key: str) -> None:
        """Do what a key means."""
        self._asked, self._pressed = self._pressed, key
        if self._aside is not None and key not in self._keys:
            self._turn_page(key)
        elif key in self._keys:
            self._keys[key]()

    def heard(self, note: str) -> None:
        """Show a line below the verdict, until the next one."""
        self._note = note

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """Lay what goes wrong in the block over the verdict; whatever it was may be mended."""
        try:
            yield
        except PeerGone:  # with nobody to judge there is nothing to go on with
            raise
        except (GraderError, OSError) as error:
            said = f"{error.filename}: {error.strerror}." if isinstance(error, OSError) else error
            self._say(str(said))

    def open(self, kata: Kata) -> None:
        """Judge a kata's file and remember the verdict."""
        self.kata, self._aside, self._note = kata, None, ""
        began = time.perf_counter()
        verdict = self.judge(kata)
        self._seconds = time.perf_counter() - began
        self._remember(kata, verdict)
        self.item, self._is_compared = self.describe(kata, verdict), False

    def look_closer(self) -> None:
        """Compare what is shown with right answers, once; worth it only when nobody waits."""
        if self.item is not None and not self._is_compared:
            self.item, self._is_compared = self.compare(self.item), True

    def tell(self, text: str) -> None:
        """Lay a sentence over the verdict until a key is pressed."""
        self._say(text)

    def screen(self) -> str:
        """Return what is to be seen now: never more lines than there are."""
        paper = self.paper()
        return "\n".join(self._page(paper).rstrip("\n").split("\n")[: max(paper.height, 1)])

    def _page(self, paper: Paper) -> str:
        if self._aside is not None:
            return aside_page(self._aside(paper), paper, self._first)
        if self.item is None:
            return ""
        reached = standing(self.katas, self.progress.marks(), self._seconds)
        return watched_page(self.item, reached, paper, self._note)

    # What the keys do

    def _next(self) -> None:
        self.open(self._following() or self.kata)

    def _following(self) -> Kata | None:
        """Return the next unsolved kata behind this one, else the first; stretch ones come last."""
        marks = self.progress.marks()
        here = self.katas.index(self.kata)
        turned = [*self.katas[here + 1 :], *self.katas[: here + 1]]
        left = [kata for kata in turned if not marks.get(kata.id, Mark()).is_solved]
        return next(iter(sorted(left, key=lambda kata: kata.stretch)), None)

    def _hint(self) -> None:
        level = self.progress.give_hint(self.kata.id, len(self.kata.hints))
        kata = self.kata
        self._lay_over(lambda paper: hint_page(kata, level, paper, self.advice))

    def _task(self) -> None:
        kata = self.kata
        task = course_text(kata.root, kata.readme)
        file = kata.stub.as_posix()
        self._lay_over(lambda paper: show_page(kata, task, file, paper, self.advice))

    def _list(self) -> None:
        marks = self.progress.marks()
        self._lay_over(lambda paper: list_page(self.katas, marks, paper, self.advice))

    def _solution(self) -> None:
        """Show the reference, once it can spoil nothing."""
        if self.item is None or not self.item.verdict.solved:
            return
        kata = self.kata
        reference = kata.root / kata.reference
        if reference.is_file():  # a hand-out may lack it
            source = course_text(kata.root, kata.reference)
            self._lay_over(lambda paper: solution_page(kata, source, {}, paper, self.advice))

    def _check_all(self) -> None:
        for kata in self.katas:
            self._remember(kata, self.judge(kata))
        self.open(self.kata)
        self._list()

    def _reset(self) -> None:
        """Go back to the stub when it is pressed twice in a row; what was there is kept."""
        if self._asked != "r":
            self._say(ASK_FOR_RESET.format(self.kata.stub.as_posix()))
            return
        self._pressed = ""
        backup = Answer(self.kata).reset()
        self.open(self.kata)
        if backup is not None:
            undo = self.advice.call("reset", self.kata.slug, "--undo")
            self._say(f"Your file is kept as\n{backup}\n\n{undo} brings it back.")

    def _say(self, text: str) -> None:
        self._lay_over(lambda paper: said_page(text, paper))

    def _lay_over(self, page: Page) -> None:
        self._aside, self._first = page, 0

    def _turn_page(self, key: str) -> None:
        first = None
        if key == " " and self._aside is not None:
            paper = self.paper()
            first = next_rows(self._aside(paper), paper, self._first)
        if first is None:
            self._aside = None
        else:
            self._first = first

    def _remember(self, kata: Kata, verdict: Verdict) -> None:
        self.progress.record([outcome_of(verdict, kata.root / kata.stub)])
