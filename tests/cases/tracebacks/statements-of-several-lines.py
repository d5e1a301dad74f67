# A statement of the library's that takes several lines is shown in full.
import asyncio
import io
import json
import logging
import traceback
from contextlib import ExitStack, asynccontextmanager


@asynccontextmanager
async def connection():
    yield


def enters_an_async_manager():
    with ExitStack() as stack:
        stack.enter_context(connection())


for way in (
    enters_an_async_manager,
    lambda: json.load(io.StringIO('{"a": }')),
    lambda: json.dumps({1, 2}, indent=2),
    lambda: json.loads("\ufeff1"),
    lambda: logging.basicConfig(stream=io.StringIO(), filename="log"),
    lambda: asyncio.new_event_loop().set_exception_handler(3),
):
    try:
        way()
    except Exception:
        traceback.print_exc()
