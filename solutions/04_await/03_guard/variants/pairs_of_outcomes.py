"""A helper tells whether it went well, and with what."""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    went_well, outcome = await outcome_of(op())
    if went_well:
        return outcome
    if any(isinstance(outcome, kind) for kind in errors):
        return default
    raise outcome


async def outcome_of(running: Any) -> tuple[bool, Any]:
    try:
        return True, await running
    except Exception as error:
        return False, error
