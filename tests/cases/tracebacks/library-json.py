import json
config = json.loads('{"a": 1}')
print(config['a'])
json.loads('{"a": 1,}')
