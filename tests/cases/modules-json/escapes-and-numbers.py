# Every escape, the numbers that JSON does not know, and what is said of damaged texts.
import json

text = "\"\\/\b\f\n\r\t\x00\x1f\x7f é 日 🎉 \u2028"
print(json.dumps(text), json.dumps(text, ensure_ascii=False).encode())
print(json.loads(json.dumps(text)) == text, json.loads(r'"\" \\ \/ \b\f\n\r\t \u0041 \ud83c\udf89 \u00e9"').encode("unicode_escape"))
print(json.loads("[NaN, Infinity, -Infinity, 1e5, 1E-2, -0, -0.0, 0.5, 1e400, 12345678901234567890, true, false, null]"), json.dumps([float("nan"), float("inf"), float("-inf"), 1e22, 1e16, 0.1, -0.0, True, None, 10**25]))
print(json.dumps({1: "a", 2.5: "b", True: "c", None: "d", "k": [(), [], {}, ""]}), json.dumps([1, [2, {"a": [3]}]], indent=2), json.dumps({"b": 1, "a": [1, 2]}, sort_keys=True, separators=(",", ":"), indent=None))
print(json.dumps([[], {}, [[]], {"a": {}}], indent="--"), json.loads(' \t\n{"a" : [1 , 2 ] , "b":{} }\r\n'), json.loads(b'"bytes"'), json.loads(bytearray(b"[1]")), json.loads('"\x7f"'))
print(json.loads("[1.5, 2]", parse_float=str, parse_int=float), json.loads("[NaN]", parse_constant=lambda name: f"<{name}>"), json.loads('{"a": 1, "a": 2}'), json.loads('{"a": 1, "b": {"c": 2}}', object_pairs_hook=list), json.loads('{"x": {"y": 1}}', object_hook=lambda found: sorted(found)))


class Point:
    def __init__(self, x):
        self.x = x


class Level(int):
    def __repr__(self):
        return "high"


class Words(str):
    pass


print(json.dumps([Point(1)], default=lambda point: {"x": point.x}), json.dumps([Level(5), Words("w"), {Words("k"): Level(1)}]), json.JSONEncoder(indent=1).encode([1]), "".join(json.JSONEncoder().iterencode({"a": [1, True]})))


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError, RecursionError) as error:
        print(type(error).__name__, error, sep=": ")


for damaged in ('', ' ', '[', '[1', '[1,', '[1,]', '[1 2]', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{1: 2}', "{'a': 1}", '"abc', '"a\nb"', r'"\q"', r'"\u12"', r'"\u00g0"', '"\\', '01', '1.', '.5', '-', '+1', '1e', 'nul', 'tru', 'Nan', '[1] x', '\ufeff[]', '"\t"', '--1', '[,]', '{,}', '{"a" 1}'):
    attempt(lambda: ascii(json.loads(damaged)))
for wrong in {1, 2}, b"bytes", 1j, Point(1), {(1, 2): 3}, object:
    try:
        json.dumps(wrong)
    except TypeError as error:
        print(error)
circle = []
circle.append(circle)
attempt(lambda: json.dumps(circle))
attempt(lambda: json.dumps([float("nan")], allow_nan=False))
attempt(lambda: json.loads(5))
attempt(lambda: json.loads(None))
attempt(lambda: json.dumps({(1,): 1}, skipkeys=True))
attempt(lambda: json.dumps([1], indent=2.5))
attempt(lambda: json.loads('"\t"', strict=False) == "\t")
