# An OSError of a known number becomes one of the classes made for it.
for number in 1, 2, 3, 4, 10, 11, 13, 17, 20, 21, 32, 103, 104, 108, 110, 111, 114, 115, 5, 28:
    error = OSError(number, "words")
    print(number, type(error).__name__, error, error.errno, error.strerror, error.filename)
print(repr(OSError(2, "none", "a.txt")), str(OSError(2, "none", "a.txt")), OSError(2, "none", "a", None, "b"))
print(OSError("only words").errno, OSError(2).errno, OSError().args, OSError(1, 2, 3, 4, 5).args, IOError is OSError)
print(type(FileNotFoundError(17, "x")).__name__, type(ConnectionError(104, "x")).__name__, OSError(-1, "x"), OSError("2", "x").errno)


class Mine(OSError):
    pass


print(type(Mine(2, "x")).__name__, Mine(2, "x", "f").filename, isinstance(OSError(111, ""), ConnectionError))
problem = OSError(2, "none", "a")
problem.errno, problem.strerror, problem.filename = 5, "other", "b"
print(problem, problem.args)
try:
    open("no such file")
except FileNotFoundError as error:
    print(error.errno, error.filename, error.filename2, error.args)
blocking = BlockingIOError(11, "busy", 5)
print(blocking.characters_written, blocking.args)
try:
    BlockingIOError(11, "busy").characters_written
except AttributeError as error:
    print(error)
