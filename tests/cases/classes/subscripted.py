# A class takes [...] if it says so, or its metaclass does.
import functools
import itertools
import types
from dataclasses import dataclass


class Dog:
    pass


@dataclass
class Point:
    x: int


class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__} of {item}"


class Shelf(type):
    def __getitem__(cls, item):
        return f"{cls.__name__} at {item}"


class Books(metaclass=Shelf):
    pass


print(Box["sand"], Books[3])
print(list[int], type[Dog], functools.partial[int], itertools.chain[int], types.CoroutineType[int, str, bool])
for thing in Dog, Point, int, str, object, property, itertools.count, Exception:
    try:
        print(thing["x"])
    except TypeError as error:
        print(error)
try:
    Dog["x"] = 1
except TypeError as error:
    print(error)
Dog[0]
