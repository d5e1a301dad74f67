data = {'users': [{'name': 'Ada'}]}
print(data['users'][0]['name'])
print(data['users'][0]['email']['domain'])
