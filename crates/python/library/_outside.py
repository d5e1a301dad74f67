"""What the playground has not: modules that reach outside can be imported, and say so when they are used."""


def refuse(module, name):
    def refused(*args, **kwargs):
        raise OSError(f'{module}.{name}: the playground has no network and no other processes. '
                      'requests, aiohttp, httpx and urllib.request are simulated.')
    refused.__name__ = refused.__qualname__ = name
    return refused


def absent(module, names):
    """The module's `__getattr__`: constants are 0, exceptions are OSError, anything else refuses when called."""
    def __getattr__(name):
        if name.isupper():
            return 0
        if name in names:
            return refuse(module, name)
        raise AttributeError(f'module {module!r} has no attribute {name!r}')
    return __getattr__
