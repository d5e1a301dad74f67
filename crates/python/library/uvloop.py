"""A faster loop elsewhere; here it is accepted and changes nothing, for it changes speed and not order."""
import asyncio
from asyncio import DefaultEventLoopPolicy as EventLoopPolicy, SelectorEventLoop as Loop, run

new_event_loop = Loop


def install():
    asyncio.set_event_loop_policy(EventLoopPolicy())
