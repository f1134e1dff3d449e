"""The content proof: a course that says what is right and wrong, and shows that it holds.

Lowest first; a module imports only those before it: files, claims, signatures,
likeness, content, benches, claiming, prove.
"""

from grader.verify.prove import KataProof, Prover, verify

__all__ = ["KataProof", "Prover", "verify"]
