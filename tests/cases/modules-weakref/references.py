# What a weak reference shows, compares and calls when its object goes.
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return isinstance(other, Node) and self.name == other.name


class Slotted:
    __slots__ = ("value",)


class Weakable(Slotted):
    __slots__ = ("__weakref__",)


def function():
    pass


def steps():
    yield


node, twin = Node("a"), Node("a")
one, other = weakref.ref(node), weakref.ref(twin)
print(one() is node, one is weakref.ref(node), one == other, one != other, hash(one) == hash(node), one == 5, one != 5)
print(str(one).split(" at ")[0], str(weakref.ref(function)).split(" at ")[2][-12:], one.__callback__)
print(repr(weakref.ref(Node))[-8:], "(weakref)" in repr(weakref.ref(weakref)))
generator = steps()
print(weakref.ref(generator)() is generator, weakref.ref(Weakable()) is not None, repr(weakref.ref(generator))[-8:])
log = []
watched = weakref.ref(node, lambda reference: log.append(("gone", reference() is None)))
second = weakref.ref(node, log.append)
print(weakref.getweakrefcount(node), weakref.getweakrefs(node) == [one, watched, second], watched.__callback__ is not None)
print({one: "first"}[weakref.ref(twin)])
del node
print(log[1], len(log), log[0] is second, one(), one == other, one == watched, one == one, hash(one) == hash("a"))
print(repr(one).endswith("; dead>"), weakref.getweakrefcount(twin), weakref.getweakrefs(5))


def attempt(action):
    try:
        print(action())
    except (TypeError, ReferenceError) as error:
        print(type(error).__name__, error, sep=": ")


attempt(lambda: hash(watched))
attempt(lambda: weakref.ref(5))
attempt(lambda: weakref.ref("text"))
attempt(lambda: weakref.ref(Slotted()))
attempt(lambda: weakref.ref())
attempt(lambda: weakref.ref(twin, None, 1))
attempt(lambda: hash(weakref.ref(set())))
attempt(lambda: one < other)


class Loud:
    pass


loud = Loud()
broken = weakref.ref(loud, lambda reference: 1 / 0)
del loud
print("after the callback")
