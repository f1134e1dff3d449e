"""The errors that the command line shows as one line, each with its exit code."""

EXIT_GRADED = 0
EXIT_NOT_SOLVED = 1
EXIT_WRONG_USE = 2
EXIT_COURSE_BROKEN = 3


class GraderError(Exception):
    """A problem that is told in one line: what is wrong and what to do."""

    exit_code = EXIT_WRONG_USE


class UsageError(GraderError):
    """Raised when a command, a name or a file given by the user cannot be used."""


class CourseError(GraderError):
    """Raised when the course itself is broken: no suite, or one that does not import."""

    exit_code = EXIT_COURSE_BROKEN
