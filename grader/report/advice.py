"""What to type next: the shortest command that works where the learner stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Advice:
    """Spells commands. `program` is how this one was started; `make` means there is a Makefile."""

    program: str = "python -m grader"
    make: bool = False

    def call(self, command: str, kata: str = "", options: str = "") -> str:
        """Return the line to type for a command, with the kata it is about and its options."""
        if not self.make:
            return " ".join(filter(None, (self.program, command, kata, options)))
        named = f"KATA={kata}" if kata else ""
        passed = f'ARGS="{options}"' if options else ""
        return " ".join(filter(None, ("make", command, named, passed)))
