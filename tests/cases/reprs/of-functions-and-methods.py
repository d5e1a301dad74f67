# What functions, methods, cells, descriptors, modules and their like show.
import math
import sys
import types
from functools import partial


class Box:
    def method(self):
        return lambda: self

    @classmethod
    def made(cls):
        pass

    @staticmethod
    def plain():
        pass

    @property
    def value(self):
        return 1

    def __repr__(self):
        return "Box()"

    class Inner:
        pass


def outer():
    held = [1]

    def inner():
        return held, later

    print(inner.__closure__)
    later = 1
    return inner


box = Box()
made, nested = box.method(), Box.Inner()
print(box.method, Box.method, Box.made, box.plain, Box.__dict__["made"], Box.__dict__["plain"], Box.value, made, Box.Inner, nested)
kept = outer()
print(kept, kept.__closure__, kept.__code__.co_name)
items, table, word, thing = [], {}, "", object()
print(len, print, math.sqrt, items.append, table.get, word.join, (1).__add__, str.join, int.__add__, thing.__str__, type.mro, Box.mro)
for function in dict.fromkeys, str.maketrans, int.from_bytes, bytes.fromhex:
    print(repr(function).split(" at ")[0])
print(int, type, Box, None.__class__, type(...), type(len), type([].append), type(str.join), type(box.method), type(Box.__dict__["value"]), type(int.__dict__["real"]), types.FunctionType)
print(int.__dict__["real"], types.FunctionType.__dict__["__code__"], int.real, type.__dict__["__mro__"], BaseException.__dict__["args"])
print(math, sys, types.ModuleType("made"), types.ModuleType("told", "doc").__doc__, types.SimpleNamespace(a=1, b=[2]), partial(int, base=2), partial(print, 1))
print(NotImplemented, ..., None, True, range(3), range(1, 9, 2), slice(1, None), object, types.MethodType(box.method, 5), types.MethodType(Box, 5), types.MethodType(partial(int), 5))
for iterator in iter([]), iter(()), iter(""), iter({}), iter({}.items()), iter(set()), iter(range(0)), reversed([]), enumerate([]), zip(), map(abs, []), filter(None, []), (value for value in []), iter(int, 1), memoryview(b""):
    print(repr(iterator).split(" at ")[0], end=" ")
