"""Auto-graded asyncio katas: judge submissions on a virtual clock.

Layers, lowest first; a module imports only from lower layers (`tests/test_architecture.py` holds it):

0  errors, run, verdict   plain data and the one base error
1  lab/                   the virtual world; knows nothing of grading
2  catalog, suite         finds katas on disk; what suite authors import
3  worker/, judge/        runs scenarios, never sees an expected value; judges runs, never imports a submission
4  runner, progress, report/
5  verify, authoring
6  cli
"""

__version__ = "0.1.0"
