"""There are no sockets in the playground."""
from _outside import absent

error, timeout = OSError, TimeoutError


class gaierror(OSError):
    pass


def gethostname():
    return 'interleave'


__getattr__ = absent('socket', ('socket', 'create_connection', 'create_server', 'socketpair', 'gethostbyname',
                                'getaddrinfo', 'setdefaulttimeout'))
