user = {'name': 'Ada'}
print(f"{user['name']} is {user['age']} years")
