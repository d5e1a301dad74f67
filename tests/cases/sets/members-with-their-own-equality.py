# A set asks its members' __hash__ and __eq__; here they compare words without regard to case, and say when they are asked.
class Word:
    def __init__(self, text):
        self.text = text

    def __hash__(self):
        return hash(self.text.lower())

    def __eq__(self, other):
        return isinstance(other, Word) and self.text.lower() == other.text.lower()

    def __repr__(self):
        return self.text


def shown(words):
    return sorted(map(repr, words))


names = {Word("Ada"), Word("Bob"), Word("ada")}
others = [Word("BOB"), Word("Cleo")]
print(shown(names), Word("ADA") in names, Word("Dan") in names)
print(shown(names | set(others)), shown(names & set(others)), shown(names - set(others)), shown(names ^ set(others)))
print(shown(names.union(others)), shown(names.intersection(others)), shown(names.difference(others)), shown(names.symmetric_difference(others)))
print(names <= set(others), names.issubset(others + [Word("ADA")]), names.issuperset([Word("BOB")]), names.isdisjoint(others))
print(names == {Word("ADA"), Word("BOB")}, names != {Word("ADA")}, names < {Word("ada"), Word("bob"), Word("c")})
names.remove(Word("ADA"))
names.discard(Word("Nobody"))
print(shown(names))
try:
    names.remove(Word("Nobody"))
except KeyError as error:
    print("missing", error)
names.update(others, [Word("CLEO"), Word("Dan")])
names.difference_update([Word("DAN")], iter([Word("cleo")]))
print(shown(names))
names.intersection_update([Word("bob")], [Word("BOB"), Word("x")])
names.symmetric_difference_update([Word("Bob"), Word("Eve")])
print(shown(names), len(names), shown(frozenset(others + others)))
names |= set(others)
names &= {Word("cleo"), Word("EVE")}
names -= {Word("EVE")}
names ^= {Word("cleo"), Word("Fay")}
print(shown(names))
pairs = {(Word("a"), 1), (Word("A"), 1), (Word("a"), 2)}
print(len(pairs), (Word("A"), 2) in pairs, pairs == {(Word("A"), 2), (Word("a"), 1)})
nested = {frozenset({Word("x")}), frozenset({Word("X")})}
print(len(nested), frozenset({Word("x")}) in nested, {Word("x")} in nested)
print({Word("k"): 1}.keys() & {Word("K")}, {Word("k"): 1}.keys() - [Word("K")], {Word("k")} == {Word("K"): 0}.keys())
