ages = {'Ada': 36, 'Bob': 25}
ages['Cy'] = 41
ages['Ada'] += 1
print(ages, len(ages), ages['Bob'], 'Cy' in ages, 'Zed' not in ages)
print(ages.get('Zed'), ages.get('Zed', 0), ages.setdefault('Di', []), ages.setdefault('Ada', 0))
print(ages.pop('Di'), ages.pop('Zed', None), ages.popitem(), ages)
print(list(ages), list(ages.keys()), list(ages.values()), list(ages.items()))
del ages['Ada']
print(ages, dict(a=1, b=2), dict([('x', 1), ('y', 2)]), dict(zip('ab', [1, 2])), dict.fromkeys('abc', 0), {})
ages.update({'Eve': 1}, Bob=26)
ages.update([('F', 2)])
print(ages, ages.copy() == ages, bool({}))
ages.clear()
print(ages)
