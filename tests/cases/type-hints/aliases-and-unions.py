# list[int] and int | None are objects, which compare, hash, pickle and can be filled in.
import copy
import pickle
import types
from typing import Any, TypeVar, Union

T = TypeVar("T")
K = TypeVar("K")
alias = list[int]
print(alias, alias.__origin__, alias.__args__, alias.__parameters__, alias == list[int], alias == list[str], alias != list[int], hash(alias) == hash(list[int]))
table = dict[K, list[T]]
print(table.__parameters__, table[str, int], table[str, int].__parameters__, dict[str, T][int], tuple[()], tuple[int, ...], list[T][T])
print(alias([1, 2]), alias.append, alias.__name__, alias.__qualname__, alias.__doc__ == list.__doc__, type(alias), alias.__class__)
print(types.GenericAlias(list, int), types.GenericAlias(dict, (str, int)), types.GenericAlias(list, int) == alias)
union = int | None
print(union, union.__args__, union == None | int, union == (int | str), hash(union) == hash(None | int), type(union), isinstance(5, union), isinstance("", union), issubclass(bool, union))
print(int | str | int, int | (str | float), int | int, list[int] | None, None | list[int], (int | T).__parameters__, (list[T] | None)[str], "text" and int | Any)
print(Union[int, None] == union, int | list[str] | dict[str, int], union | str, str | union, (int | str) == (str | int))
print(copy.copy(alias) == alias, pickle.loads(pickle.dumps(alias)) == alias, pickle.loads(pickle.dumps(union)) == union, copy.deepcopy(union) == union)


class Box(list[int]):
    pass


print(Box.__mro__[1], Box.__orig_bases__, Box([1]), type(Box([1])).__name__)


def attempt(action):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error, sep=": ")


attempt(lambda: int | 5)
attempt(lambda: 5 | int)
attempt(lambda: int | "text")
attempt(lambda: alias[str])
attempt(lambda: table[str])
attempt(lambda: isinstance([], alias))
attempt(lambda: issubclass(list, alias))
attempt(lambda: isinstance([], list[int] | None))
attempt(lambda: union())
attempt(lambda: union.missing)
attempt(lambda: alias.missing)
attempt(lambda: types.GenericAlias(list))
attempt(lambda: types.UnionType())
attempt(lambda: int[str])
attempt(lambda: union < union)
