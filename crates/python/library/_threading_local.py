"""What each thread has of its own: apart from `threading`, since every event loop's policy has some."""
from _interleave import get_ident


class local:
    """Attributes of a thread's own; `__init__` runs anew for each thread."""
    __module__ = 'threading'

    def __new__(cls, /, *args, **kwargs):
        self = object.__new__(cls)
        object.__setattr__(self, '_by_thread', ({get_ident(): {}}, args, kwargs))
        return self

    def _own(self):
        by_thread, args, kwargs = object.__getattribute__(self, '_by_thread')
        ident = get_ident()
        if ident not in by_thread:
            by_thread[ident] = {}
            type(self).__init__(self, *args, **kwargs)
        return by_thread[ident]

    def __getattribute__(self, name):
        own = object.__getattribute__(self, '_own')()
        if name == '__dict__':
            return own
        return own[name] if name in own else object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        object.__getattribute__(self, '_own')()[name] = value

    def __delattr__(self, name):
        own = object.__getattribute__(self, '_own')()
        if name not in own:
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')
        del own[name]
