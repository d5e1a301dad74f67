order = [ZeroDivisionError, OverflowError, KeyError, IndexError, FileNotFoundError, TimeoutError, ConnectionResetError, ModuleNotFoundError, UnboundLocalError,
         RecursionError, NotImplementedError, UnicodeDecodeError, IndentationError, TabError, StopAsyncIteration, GeneratorExit, KeyboardInterrupt, SystemExit, BrokenPipeError,
         DeprecationWarning, ResourceWarning, ExceptionGroup, AssertionError, AttributeError, EOFError, MemoryError, StopIteration, LookupError]
for kind in order:
    print(' < '.join(c.__name__ for c in kind.__mro__[:-1]))
print(OSError is IOError is EnvironmentError, issubclass(TimeoutError, OSError))
error = OSError(2, 'No such file', 'x.txt')
print(error, repr(error), error.errno, error.strerror, error.filename, type(error))
print(KeyError('k'), str(KeyError('k')), repr(KeyError('k')), str(KeyError()), KeyError(1, 2), str(Exception('a', 1)), Exception(), repr(Exception()), Exception(None))
print(StopIteration(5).value, SystemExit(3).code, AttributeError('m', name='n', obj=1).name, NameError('m', name='n').name, ImportError('m', name='n').name)
