"""The loop and the policy that a program gets if it asks for no other."""
from asyncio import base_events, events

__all__ = ('SelectorEventLoop', 'DefaultEventLoopPolicy', 'EventLoop', 'AbstractChildWatcher')


class AbstractChildWatcher:
    pass


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    def add_signal_handler(self, sig, callback, *args):
        from asyncio import signals
        signals.add_signal_handler(self, sig, callback, *args)

    def remove_signal_handler(self, sig):
        from asyncio import signals
        return signals.remove_signal_handler(self, sig)


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    _loop_factory = _UnixSelectorEventLoop


SelectorEventLoop = EventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
