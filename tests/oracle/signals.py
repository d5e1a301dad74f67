"""Signals that a program sends itself, and the loop that hears of them.

Handlers run in the main thread, as CPython has it. A signal that another thread sends reaches it when the main thread
has its next turn, which the loop that it runs has at once; elsewhere than in a loop it is not simulated.
"""
import asyncio
import os
import select
import signal
import socket
import threading

from .parties import parties

_Unix = asyncio.unix_events._UnixSelectorEventLoop
_raise_signal, _kill = signal.raise_signal, os.kill
_on_their_way = []


class Hearing:
    """What asyncio's own loops do about signals, for a loop that has no pipe until it needs one."""
    _ssock = _csock = None
    _check_signal, _handle_signal = _Unix._check_signal, _Unix._handle_signal
    _process_self_data, _read_from_self = _Unix._process_self_data, _Unix._read_from_self
    remove_signal_handler = _Unix.remove_signal_handler

    def __init__(self):
        super().__init__()
        self._signal_handlers = {}

    def add_signal_handler(self, sig, callback, *args):
        if self._ssock is None:
            self._ssock, self._csock = socket.socketpair()
            self._ssock.setblocking(False)
            self._csock.setblocking(False)
        _Unix.add_signal_handler(self, sig, callback, *args)

    def has_heard(self):
        return self._ssock is not None and bool(select.select([self._ssock], [], [], 0)[0])

    def take_heard(self):
        self._add_callback(asyncio.Handle(self._read_from_self, (), self, None))

    def close(self):
        super().close()
        for sig in list(self._signal_handlers):
            self.remove_signal_handler(sig)
        if self._ssock is not None:
            self._ssock.close()
            self._csock.close()
            self._ssock = None


def deliver():
    """What other threads have sent meanwhile arrives."""
    while _on_their_way:
        _raise_signal(_on_their_way.pop(0))


def raise_signal(number):
    if threading.current_thread() is threading.main_thread():
        _raise_signal(number)
        return
    main = parties.everyone[0]
    if main.loop is None:
        raise NotImplementedError('a signal of another thread for a main thread that runs no loop')
    _on_their_way.append(number)
    parties.wake_loop(main.loop)


def kill(pid, number):
    if pid == os.getpid() and number:
        raise_signal(number)
    else:
        _kill(pid, number)


def install():
    signal.raise_signal, os.kill = raise_signal, kill
