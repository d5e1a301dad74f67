"""The exceptions of pickling: objects travel to simulated processes, but not into bytes."""


class PickleError(Exception):
    __module__ = '_pickle'


class PicklingError(PickleError):
    __module__ = '_pickle'


class UnpicklingError(PickleError):
    __module__ = '_pickle'


def dumps(obj, protocol=None):
    raise NotImplementedError('pickle is not simulated here: json is')


dump = load = loads = dumps
