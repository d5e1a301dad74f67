class Both:
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
class OnlyRepr:
    def __repr__(self): return 'only repr'
class OnlyStr:
    def __str__(self): return 'only str'
class Neither: pass
print(Both(), [Both()], str(Both()), repr(Both()), f'{Both()!r}', OnlyRepr(), str(OnlyRepr()), OnlyStr(), (OnlyStr(),) != 1)
print(Neither(), repr(OnlyStr()), Neither, [Neither, int], {'k': Both()}, (Both(),), '%s %r' % (Both(), Both()))
class Bad:
    def __str__(self): return 5
    def __repr__(self): return None
    def __bool__(self): return 'yes'
    def __len__(self): return 'x'
    def __hash__(self): return 'h'
    def __index__(self): return 1.5
    def __contains__(self, x): return 'truthy'
for bad in [str, repr, bool, len, hash, hex, print]:
    try:
        bad(Bad())
    except TypeError as error:
        print(error)
print(3 in Bad(), ascii('é'), type(Both()), type(type), object, object() != object())
class Recursive:
    def __repr__(self): return f'R({self.items})'
r = Recursive()
r.items = [1]
print(r, [r, r])
