import inspect
import functools

def f(a, b: int = 2, *args, c, d=4, **kw) -> str:
    """Doc of f.

        Indented.
    """

print(inspect.signature(f), inspect.signature(f).parameters['b'].default, inspect.signature(f).parameters['c'].kind, list(inspect.signature(f).parameters), inspect.signature(f).return_annotation)
print(inspect.getdoc(f), inspect.isfunction(f), inspect.ismethod([].append), inspect.isbuiltin(len), inspect.isclass(int), inspect.ismodule(inspect))
class C:
    def m(self, x): pass
    @staticmethod
    def s(y): pass
    @classmethod
    def k(cls, z=1): pass
print(inspect.signature(C.m), inspect.signature(C().m), inspect.signature(C.s), inspect.signature(C.k), inspect.ismethod(C().m), [n for n, v in inspect.getmembers(C, inspect.isfunction)])
async def co(): pass
def gen(): yield
async def agen(): yield
c, g = co(), gen()
print(inspect.iscoroutinefunction(co), inspect.iscoroutine(c), inspect.isgeneratorfunction(gen), inspect.isgenerator(g), inspect.isasyncgenfunction(agen), inspect.isawaitable(c), inspect.isawaitable(5), inspect.iscoroutinefunction(f))
print(inspect.getcoroutinestate(c), inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g))
c.close()
print(inspect.getcoroutinestate(c))
bound = inspect.signature(f).bind(1, c=3)
print(bound.arguments, inspect.signature(functools.partial(f, 1)))
try:
    inspect.signature(f).bind(1)
except TypeError as error:
    print(error)
def caller(): return inspect.currentframe().f_code.co_name, inspect.stack()[1].function
print(caller())
