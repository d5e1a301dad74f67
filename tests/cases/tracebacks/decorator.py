def needs_auth(f):
    def wrapper(user, *args):
        if not user['admin']:
            raise PermissionError(f'{user["name"]} may not {f.__name__}')
        return f(user, *args)
    return wrapper

@needs_auth
def delete(user, what):
    return f'{what} deleted'

print(delete({'name': 'root', 'admin': True}, 'file'))
print(delete({'name': 'eve', 'admin': False}, 'file'))
