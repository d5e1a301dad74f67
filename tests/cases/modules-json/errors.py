import json

for text in ['', '{', '{"a": }', "{'a': 1}", '[1, 2', '[1,]', '{"a" 1}', '{"a": 1,}', 'nope', '{"a": 1} x', '"unclosed', '"\\x"', '[1 2]', '01', '"tab\there"', '\n\n  @']:
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), '|', error, '|', error.pos, error.lineno, error.colno)
class Custom: pass
loop = []
loop.append(loop)
for value in [Custom(), {1, 2}, {(1, 2): 'x'}, b'x', 1j, loop, [Custom]]:
    try:
        print(json.dumps(value))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    json.loads(None)
except TypeError as error:
    print(error)
try:
    json.dumps(float('nan'), allow_nan=False)
except ValueError as error:
    print(error)
class Encoder(json.JSONEncoder):
    def default(self, o):
        return sorted(o) if isinstance(o, set) else super().default(o)
print(json.dumps({'s': {3, 1}}, cls=Encoder), issubclass(json.JSONDecodeError, ValueError))
