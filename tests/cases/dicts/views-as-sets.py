# Views of keys and items are sets that follow their dict; a mappingproxy is a dict that nobody changes through it.
import types

stock = {"apple": 3, "pear": 0, "plum": 7}
keys, items, values = stock.keys(), stock.items(), stock.values()
for name in "__and__", "__or__", "__sub__", "__xor__", "__rand__", "__ror__", "__rsub__", "__rxor__":
    print(name, sorted(getattr(keys, name)({"pear", "fig"})), sorted(map(str, getattr(items, name)([("pear", 0)]))))
print(keys & ["pear"], {"pear"} - keys, ["fig", "apple"] - keys, sorted(keys ^ {"fig": 1}.keys()), sorted(keys | ()))
print(keys < {"apple", "pear", "plum", "fig"}, keys <= {"apple"}, keys > {"apple"}, keys >= {"fig"}, keys == set(stock), keys != set())
print(keys == stock.keys(), items == dict(stock).items(), values == stock.values(), values == dict(stock).values(), keys == list(keys))
print(keys.isdisjoint(["fig"]), items.isdisjoint([("apple", 3)]), len(values), keys.__len__(), list(keys.__iter__()), next(reversed(items)))
print("pear" in keys, ("pear", 0) in items, ("pear",) in items, "pear" in items, 7 in values, keys.mapping["plum"], values.mapping)
print([*reversed(keys)], [*reversed(values)], repr(values), keys, items)
stock["fig"] = 1
print(len(keys), keys.mapping, items.mapping == stock)

proxy = types.MappingProxyType(stock)
print(proxy, repr(proxy), len(proxy), list(proxy), "fig" in proxy, proxy["fig"], proxy.get("kiwi", "none"), [*reversed(proxy)])
print(proxy | {"kiwi": 2}, {"kiwi": 2} | proxy, proxy == stock, proxy != stock, proxy == types.MappingProxyType(dict(stock)))
print(proxy.copy() is stock, proxy.copy() == stock, proxy.keys() == keys, [*proxy.values()], proxy.items() == items, type(vars(int)).__name__)


def attempt(action):
    try:
        print(action())
    except (TypeError, KeyError, AttributeError) as error:
        print(type(error).__name__, error, sep=": ")


attempt(lambda: proxy["kiwi"])
attempt(lambda: proxy.__setitem__("a", 1))
attempt(lambda: proxy.update({}))
attempt(lambda: proxy.__delitem__("fig"))
attempt(lambda: hash(proxy))
attempt(lambda: hash(keys))
attempt(lambda: types.MappingProxyType(5))
attempt(lambda: types.MappingProxyType([1]))
attempt(lambda: types.MappingProxyType())
attempt(lambda: proxy | 5)
attempt(lambda: proxy.__ior__({}))
attempt(lambda: keys & 5)
attempt(lambda: 5 - keys)
attempt(lambda: keys < [1])
attempt(lambda: keys | [[]])
attempt(lambda: values & {1})
attempt(lambda: keys["apple"])
attempt(lambda: type(keys)({}))
attempt(lambda: dict.keys())
attempt(lambda: dict.fromkeys(5))
attempt(lambda: keys.isdisjoint(5))
