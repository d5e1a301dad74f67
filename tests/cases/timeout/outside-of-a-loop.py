"""What needs the running loop says so at once, with the library's own line, or without one where C asks for it."""
import asyncio
import traceback


async def works():
    pass


for ask in asyncio.all_tasks, asyncio.current_task, lambda: asyncio.timeout(1), lambda: asyncio.timeout('x'):
    try:
        ask()
    except RuntimeError:
        traceback.print_exc()
later = asyncio.timeout_at(1)
print(later)
