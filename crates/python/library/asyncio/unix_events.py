"""The loop and the policy that a program gets if it asks for no other."""
from asyncio import base_events, events

__all__ = ('SelectorEventLoop', 'DefaultEventLoopPolicy', 'EventLoop', 'AbstractChildWatcher')


class AbstractChildWatcher:
    pass


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    pass


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    _loop_factory = _UnixSelectorEventLoop


SelectorEventLoop = EventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
