# The collector can be switched, asked and told; weak references tell what it has taken away.
import gc
import weakref


class Node:
    def __init__(self):
        self.other = None


print(gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled(), type(gc.get_threshold()).__name__, len(gc.get_threshold()), gc.get_debug(), len(gc.get_count()))
one, other = Node(), Node()
one.other, other.other = other, one
watch = weakref.ref(one)
del one, other
print(watch() is not None, gc.collect() >= 2, watch() is None, gc.garbage, gc.collect(), gc.collect(0), gc.collect(1), gc.collect(2))
items = []
items.append(items)
watched = Node()
watched.items = items
ref = weakref.ref(watched)
items.append(watched)
del items, watched
gc.collect()
print(ref(), gc.is_tracked([]), gc.is_tracked(5), gc.is_tracked("a"), gc.is_tracked(Node()))
print(gc.freeze(), gc.unfreeze(), gc.set_debug(0))
for wrong in lambda: gc.collect(5), lambda: gc.collect("x"), lambda: gc.isenabled(1), lambda: gc.is_tracked(), lambda: gc.collect(-1):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
