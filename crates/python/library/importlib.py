"""Importing by name; what is imported stays as it is until the program ends."""
import sys


def import_module(name, package=None):
    if name.startswith('.'):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        levels = len(name) - len(name.lstrip('.'))
        parts = package.split('.')
        if levels > len(parts):
            raise ImportError('attempted relative import beyond top-level package')
        name = '.'.join([*parts[:len(parts) - levels + 1], *filter(None, [name[levels:]])])
    __import__(name)
    return sys.modules[name]


def reload(module):
    if not isinstance(module, type(sys)):
        raise TypeError('reload() argument must be a module')
    if sys.modules.get(module.__name__) is not module:
        raise ImportError(f'module {module.__name__} not in sys.modules', name=module.__name__)
    return module


def invalidate_caches():
    """What there is to import never changes."""
