import types

ns = types.SimpleNamespace(a=1, b='x')
ns.c = [1]
print(ns, ns.a, ns == types.SimpleNamespace(a=1, b='x', c=[1]), vars(ns))
del ns.a
print(ns, types.SimpleNamespace())
view = types.MappingProxyType({'k': 1})
print(view, view['k'], len(view), dict(view))
try:
    view['k'] = 2
except TypeError as error:
    print(error)

def f(): pass
async def co(): pass
def g(): yield
async def ag(): yield

print(isinstance(f, types.FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance(g(), types.GeneratorType), isinstance([].append, types.BuiltinMethodType), isinstance(types, types.ModuleType), isinstance(None, types.NoneType), isinstance(int | str, types.UnionType), isinstance(list[int], types.GenericAlias), isinstance(ag(), types.AsyncGeneratorType))
c = co()
print(isinstance(c, types.CoroutineType), c.close())

class C:
    def m(self): pass
print(isinstance(C().m, types.MethodType), types.MethodType(lambda self, x: (self, x), 5)(6), types.LambdaType is types.FunctionType)
m = types.ModuleType('made', 'doc')
m.x = 1
print(m.__name__, m.__doc__, m.x, m)
New = types.new_class('New', (C,), {}, lambda ns: ns.update(y=2))
print(New.y, New.__name__, types.EllipsisType, types.CodeType.__name__, types.TracebackType.__name__)
