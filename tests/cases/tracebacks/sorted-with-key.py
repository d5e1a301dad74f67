people = [{'name': 'Ada', 'age': 36}, {'name': 'Bob'}]
print(sorted(people, key=lambda p: p['name'])[0]['name'])
print(sorted(people, key=lambda p: p['age']))
