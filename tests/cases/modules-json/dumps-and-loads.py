import json

data = {'name': 'Ada', 'age': 36, 'langs': ['en', 'fr'], 'active': True, 'none': None, 'pi': 3.14, 'nested': {'a': []}, 5: 'int key', 'é': '中\n"\\'}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False, indent=2))
print(json.dumps([1, {'b': 1, 'a': 2}], sort_keys=True), json.dumps({'a': [1, 2]}, separators=(',', ':')), json.dumps([], indent=2), json.dumps({'k': []}, indent=1), json.dumps('x'), json.dumps((1, 2)), json.dumps(float('inf')), json.dumps({True: 1, None: 2, 1.5: 3}))
back = json.loads(json.dumps(data))
print(back == data, back['5'], type(back['langs']), json.loads('[1, 2.0, -3e2, true, null, "\\u00e9\\n\\ud83d\\ude00"]'), json.loads(' {"a": {}} '), json.loads('"x"'), json.loads(b'[1]'), json.loads('NaN'))
with open('data.json', 'w') as f:
    json.dump(data, f, indent=4)
with open('data.json') as f:
    print(json.load(f)['nested'])
class Point:
    def __init__(self, x): self.x = x
print(json.dumps(Point(1), default=vars), json.dumps({'s': {1, 2}}, default=list), json.loads('{"x": 1}', object_hook=lambda d: ('obj', d)), json.loads('[1.5]', parse_float=str))
