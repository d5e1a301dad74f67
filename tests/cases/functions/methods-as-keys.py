# A method of an object hashes by which object that is, even if the object itself has no hash.
seen, other = [], []
callbacks = {seen.append: "seen", other.append: "other", {}.update: "dict", print: "print"}
print(callbacks[seen.append], callbacks[other.append], len(callbacks))
print(seen.append == seen.append, seen.append == other.append)
print(len({seen.append, seen.append, other.append, seen.clear}))


class Team:
    __hash__ = None

    def join(self):
        return "joined"


team = Team()
print({team.join: "join"}[team.join])
try:
    {team}
except TypeError as error:
    print(error)
