"""Tasks on an event loop. Scheduling is native (`_asyncio`); here is what calls the program's code, and what is rare."""
from asyncio.base_events import BaseEventLoop
from asyncio.coroutines import *
from asyncio.events import *
from asyncio.exceptions import *
from asyncio.futures import *
from asyncio.locks import *
from asyncio.queues import *
from asyncio.runners import *
from asyncio.tasks import *
from asyncio.taskgroups import *
from asyncio.threads import *
from asyncio.timeouts import *
from asyncio.unix_events import *


def __getattr__(name):
    """What needs sockets or processes, and what was removed: looked for when it is asked for."""
    from asyncio import removed, streams
    for module in (streams, removed):
        if name in module.__all__:
            return getattr(module, name)
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
