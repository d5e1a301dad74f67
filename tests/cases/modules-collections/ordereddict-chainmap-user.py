from collections import OrderedDict, ChainMap, UserDict, UserList, UserString, abc

od = OrderedDict(a=1, b=2, c=3)
od.move_to_end('a')
print(od, od.popitem(last=False), list(od), od == {'c': 3, 'a': 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1))
od.move_to_end('a', last=False)
print(od, list(reversed(od)), od | {'z': 0})

defaults, env, args = {'color': 'red', 'user': 'guest'}, {'user': 'ada'}, {}
settings = ChainMap(args, env, defaults)
print(settings['user'], settings['color'], len(settings), sorted(settings), settings.maps[1], settings)
settings['color'] = 'blue'
child = settings.new_child({'x': 1})
print(args, defaults['color'], child['x'], child.parents['user'], 'zz' in settings)
try:
    settings['zz']
except KeyError as error:
    print(error)

class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

print(Lower(A=1, B=2), Lower({'X': 5})['x'], UserList([3, 1]) + [2], sorted(UserList([3, 1])), UserString('ab').upper())
print([isinstance(x, abc.Iterable) for x in ([], 'a', 5, {}, iter([]))], isinstance([], abc.Sequence), isinstance({}, abc.Mapping), isinstance(len, abc.Callable), isinstance(set(), abc.MutableSet), isinstance((i for i in []), abc.Generator), isinstance(5, abc.Hashable), isinstance([], abc.Hashable), issubclass(dict, abc.Collection))
class MySeq(abc.Sequence):
    def __getitem__(self, i): return 'abc'[i]
    def __len__(self): return 3
print(list(MySeq()), 'b' in MySeq(), MySeq().index('c'), list(reversed(MySeq())), MySeq().count('a'))
try:
    abc.Sequence()
except TypeError as error:
    print(error)
