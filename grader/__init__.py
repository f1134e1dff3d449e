"""Auto-graded asyncio katas: judge submissions on a virtual clock.

Layers, lowest first. A module imports only what stands in a lower line, or left of it in its own;
`tests/test_architecture.py` reads this list and holds it.

0  errors, plain, lines, run, json_line, job, waits, encoding, verdict  plain data and files
1  lab/                                   the virtual world; knows nothing of grading
2  catalog, puzzles, suite, strip         katas on disk; what suite authors import; what is shipped
3  worker/, judge/                        runs scenarios, sees no check; judges, runs no submission
4  peer, plan, jobs, play, realtime, runner  answers in, records and verdicts out
4  expected, guess, marks, predictions, progress, stubs, backups, report/  remembering; showing
5  watch/, verify/, update/, draft/, authoring  saves; the proof; newer courses; new katas
6  commands/, cli, __main__               a command is a few lines
"""

__version__ = "0.1.0"
