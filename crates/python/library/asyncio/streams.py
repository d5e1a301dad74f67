"""What needs a network or other processes: there is none in the playground, and that is what it says."""
import io

__all__ = ('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection', 'start_server',
           'open_unix_connection', 'start_unix_server', 'create_subprocess_exec', 'create_subprocess_shell', 'Protocol',
           'BaseProtocol', 'Transport', 'BaseTransport', 'DatagramProtocol', 'SubprocessProtocol', 'subprocess')


def no_network():
    raise io.UnsupportedOperation('the playground has no sockets, streams and subprocesses')


class _Missing:
    def __init__(self, *args, **kwargs):
        no_network()


class StreamReader(_Missing):
    pass


class StreamWriter(_Missing):
    pass


class StreamReaderProtocol(_Missing):
    pass


class BaseProtocol:
    pass


class Protocol(BaseProtocol):
    pass


class DatagramProtocol(BaseProtocol):
    pass


class SubprocessProtocol(BaseProtocol):
    pass


class BaseTransport:
    pass


class Transport(BaseTransport):
    pass


class subprocess:
    PIPE, STDOUT, DEVNULL = -1, -2, -3


async def open_connection(*args, **kwargs):
    no_network()


start_server = open_unix_connection = start_unix_server = open_connection
create_subprocess_exec = create_subprocess_shell = open_connection
