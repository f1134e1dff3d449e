"""Runs a program in the lab, with a learner's file or alone: what happened, judged by nobody."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

from grader.job import Job
from grader.json_line import UnreadableError, from_json
from grader.peer import Peer, PeerGone
from grader.run import FORGED, Record, Trouble

# Real seconds. The worker gives up a run sooner; this is for a worker that was stopped itself.
SECONDS = 60.0

_ENDED = Trouble("lost", "Your code ended the process that runs it.")


def play(job: Job, meanwhile: Callable[[], object] = bool) -> Record:
    """Return what happens in the one run of the job's program.

    A worker is started for it and ended with all it started. `meanwhile` is called while it runs.
    """
    job = replace(job, id=os.urandom(8).hex())
    worker = Peer("grader.worker", *(("http",) if _uses_http(job) else ()))
    try:
        worker.send(job)
        meanwhile()
        record: Record = from_json(worker.receive(SECONDS), Record)
        worker.receive(SECONDS)  # nothing that it started is alive any more
    except PeerGone:
        return Record(job.kata, trouble=_ENDED)
    except UnreadableError:
        return Record(job.kata, trouble=FORGED)
    finally:
        worker.end()
    return record if record.id == job.id else Record(job.kata, trouble=FORGED)


def _uses_http(job: Job) -> bool:
    texts = [job.source, job.program.source if job.program else b""]
    return any(b"aiohttp" in text or b"lab.http" in text for text in texts)
