"""There is no TLS in the playground."""
from _outside import absent

SSLError = OSError
__getattr__ = absent('ssl', ('create_default_context', 'SSLContext', 'wrap_socket'))
