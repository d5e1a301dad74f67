"""There is nothing to select from in the playground."""
from _outside import absent

error = OSError
__getattr__ = absent('select', ('select', 'poll', 'epoll', 'kqueue'))
