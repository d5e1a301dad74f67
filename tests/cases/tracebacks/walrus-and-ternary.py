def pick(d):
    return (n := d['x']) if d else None

print(pick({}), pick({'x': 1}))
print(pick({'y': 1}))
