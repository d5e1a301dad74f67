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
    import sys
    if name == 'log':
        import asyncio.log
        return asyncio.log
    if not name.startswith('_') and name not in ('removed', 'streams'):
        import asyncio.removed
        import asyncio.streams
        for module in 'asyncio.streams', 'asyncio.removed':
            if name in sys.modules[module].__all__:
                return getattr(sys.modules[module], name)
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}', name=name, obj=sys.modules[__name__])
