"""`python -m tests.grader.lab.corpus`: which seeds find which race, and that no other fails."""

from grader.lab import world
from grader.lab.schedule import SCHEDULES
from tests.grader.lab.corpus import CORRECT, RACY, fails

SEEDS = 100


def failing(program, **options):
    """Return the seeds, of the first `SEEDS`, under which a program fails."""
    return [seed for seed in range(SEEDS) if fails(program, seed, **options)]


def table(title, found):
    """Print a line for each program: seed 0, the default seeds, all of them, and exploring."""
    print(f"\n{title:38} seed 0   of {SCHEDULES}  of {SEEDS}  exploring, of {SEEDS}")
    for name, program in found.items():
        seeds, explored = failing(program), failing(program, explores=True)
        at_first = "fails" if 0 in seeds else "holds"
        default = sum(seed < SCHEDULES for seed in seeds)
        print(f"{name:38} {at_first:6} {default:6} {len(seeds):7} {len(explored):10}", flush=True)


if __name__ == "__main__":
    with world():
        table("races", RACY)
        table("correct programs", CORRECT)
