# What sys answers of the interpreter, and what it refuses to be told.
import sys

print(sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getrecursionlimit(), sys.getswitchinterval(), sys.gettrace(), sys.getprofile(), sys.is_finalizing(), sys._is_gil_enabled(), sys.get_int_max_str_digits())
print(sys.byteorder, sys.maxsize == 2**63 - 1, sys.maxunicode, sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 13), sys.implementation.name, sys.platform, sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit, sys.hash_info.width, sys.hexversion >> 16 == 0x30D)
print(sys.intern("name") is sys.intern("na" + "me"), sys.get_coroutine_origin_tracking_depth(), sys.argv, sys.orig_argv[-1:] != None, type(sys.modules).__name__, "sys" in sys.modules, sys.flags.optimize, sys.flags.dev_mode)
sys.setrecursionlimit(900)
print(sys.getrecursionlimit(), sys.setswitchinterval(0.01), sys.settrace(None), sys.setprofile(None))
try:
    1 / 0
except ZeroDivisionError as error:
    print(sys.exc_info()[0], sys.exc_info()[1] is error, sys.exception() is error, sys.exc_info()[2].tb_lineno)
print(sys.exc_info(), sys.exception())


class Name(str):
    pass


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError, AttributeError, SystemExit) as error:
        print(type(error).__name__, error, sep=": ")


attempt(lambda: sys.intern(5))
attempt(lambda: sys.intern(Name("x")))
attempt(lambda: sys.intern())
attempt(lambda: sys.exit())
attempt(lambda: sys.exit("words"))
attempt(lambda: sys.exit((1, 2)))
attempt(lambda: sys.exit(("only",)))
attempt(lambda: sys.exit(1, 2))
attempt(lambda: sys._getframe(1).f_code.co_name)
attempt(lambda: sys._getframe(100))
attempt(lambda: sys.missing)
for code in (1, 2), (3,), "text", None, True, 2.5:
    try:
        sys.exit(code)
    except SystemExit as leaving:
        print(repr(leaving.code), leaving.args)
