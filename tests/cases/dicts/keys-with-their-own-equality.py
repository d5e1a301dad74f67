# A dict asks its keys' __hash__ and __eq__, whatever is done to it.
class Key:
    def __init__(self, text):
        self.text = text

    def __hash__(self):
        return hash(self.text.lower())

    def __eq__(self, other):
        return isinstance(other, Key) and self.text.lower() == other.text.lower()

    def __repr__(self):
        return self.text


ages = dict([(Key("Ada"), 36), (Key("Bob"), 7)])
ages[Key("ADA")] = 37
print(ages, ages[Key("ada")], ages.get(Key("bob")), ages.get(Key("x"), 0), Key("BOB") in ages, ages.__contains__(Key("c")), ages.__getitem__(Key("Bob")))
print(ages.setdefault(Key("aDa"), 1), ages.setdefault(Key("Cleo"), 5), ages.pop(Key("CLEO")), ages.pop(Key("x"), "none"), len(ages))
print(ages | {Key("BOB"): 8}, {Key("bob"): 9} | ages, ages.__or__({Key("D"): 1}), ages.__ror__({Key("D"): 1}))
other = ages.copy()
other.update({Key("BOB"): 70}, )
other |= [(Key("ADA"), 0), (Key("Eve"), 1)]
print(other, other.__ior__({Key("EVE"): 2}) is other, ages == {Key("ADA"): 37, Key("BOB"): 7}, ages != other)
del ages[Key("ada")]
ages.__setitem__(Key("Z"), 26)
ages.__delitem__(Key("BOB"))
print(ages, dict.fromkeys([Key("a"), Key("A"), Key("b")], 0), dict(other), {**ages, Key("z"): 0}, {key: 1 for key in (Key("q"), Key("Q"))}, dict(zip([Key("m"), Key("M")], [1, 2])))
print({Key("x"): 1}.keys() == {Key("X"): 2}.keys(), {Key("x"): 1}.items() == {Key("X"): 1}.items(), (Key("X"), 1) in {Key("x"): 1}.items(), {Key("x"): 1}.keys() & [Key("X"), Key("Y")], {(Key("t"), 1): "tuple"}[Key("T"), 1])
match {Key("k"): 5}:
    case {"k": value}:
        print("by text", value)
    case {**rest}:
        print("not found", rest)


class Broken:
    def __init__(self, where):
        self.where = where

    def __hash__(self):
        if self.where == "hash":
            raise RuntimeError("no hash")
        return 1 if self.where == "eq" else "one"

    def __eq__(self, other):
        raise RuntimeError("no comparison")


def attempt(action):
    try:
        print(action())
    except (TypeError, KeyError, RuntimeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error, sep=": ")


full = {Broken("eq"): 1}
for action in (
    lambda: full[Broken("eq")], lambda: full.get(Broken("eq")), lambda: Broken("eq") in full, lambda: full.pop(Broken("eq")), lambda: full.update({Broken("eq"): 2}), lambda: {}[Broken("hash")], lambda: {Broken("hash"): 1}, lambda: {Broken("type"): 1}, lambda: {}.get(Broken("hash")), lambda: ages[Key("nobody")], lambda: ages.pop(Key("nobody")),
    lambda: {}[[]], lambda: {[]: 1}, lambda: {}.get([]), lambda: [] in {}, lambda: {}.setdefault([], 1), lambda: {}.pop([]), lambda: {}.pop(1), lambda: {}.popitem(), lambda: {}.__getitem__({}), lambda: {}.__getitem__(1), lambda: {}.__delitem__(1), lambda: dict.fromkeys([[]]), lambda: dict.fromkeys(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(["ab", "c"]), lambda: dict([[], 1]), lambda: dict(5), lambda: dict(1, 2), lambda: dict(**{1: 2}), lambda: {} | 5, lambda: {} | [(1, 2)], lambda: {}.update(5), lambda: {}.update([1]), lambda: {}.update(1, 2), lambda: {}.get(), lambda: {} < {}, lambda: hash({}), lambda: dict.keys(5), lambda: {}.fromkeys(), lambda: {}.copy(1), lambda: dict.__len__(5), lambda: {}.__or__(5), lambda: {}.__ior__(5), lambda: {}.__iter__(1),
):
    attempt(action)
