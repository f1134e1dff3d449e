"""What to type next: the shortest command that works where the learner stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Advice:
    """Spells commands. `program` is how this one was started; `make` means there is a Makefile."""

    program: str = "python -m grader"
    make: bool = False

    def call(self, command: str, kata: str = "") -> str:
        """Return the line to type for a command, with the kata it is about."""
        if not self.make:
            return f"{self.program} {command} {kata}".rstrip()
        return f"make {command} KATA={kata}" if kata else f"make {command}"
