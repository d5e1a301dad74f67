"""Bytes as hexadecimal digits."""


class Error(ValueError):
    pass


def hexlify(data):
    return bytes(data).hex().encode()


def unhexlify(hexstr):
    return bytes.fromhex(hexstr if isinstance(hexstr, str) else bytes(hexstr).decode())


def b2a_base64(data, *, newline=True):
    from base64 import b64encode
    return b64encode(data) + (b'\n' if newline else b'')
