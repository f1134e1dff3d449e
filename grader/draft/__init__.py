"""A new kata: the skeleton that an author turns into one, a file at a time.

`place` finds its number and folder, `files` fills the templates and writes them.
"""

from grader.draft.files import make
from grader.draft.place import place, refuse_name

__all__ = ["make", "place", "refuse_name"]
