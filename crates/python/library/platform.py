"""What the program is told it runs on."""


def system():
    return 'Linux'


def node():
    return 'interleave'


def machine():
    return 'wasm32'


processor = machine


def release():
    return '6'


def version():
    return '#1'


def platform(aliased=False, terse=False):
    return 'Linux-6-wasm32'


def python_version():
    return '3.13.0'


def python_version_tuple():
    return '3', '13', '0'


def python_implementation():
    return 'CPython'


def python_compiler():
    return 'interleave'


def architecture(*args):
    return '32bit', ''
