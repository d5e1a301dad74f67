from contextvars import ContextVar, copy_context, Context

user = ContextVar('user', default='nobody')
level = ContextVar('level')
print(user.get(), level.get('unset'), user.name)
try:
    level.get()
except LookupError as error:
    print(type(error).__name__, 'level' in repr(error))
token = user.set('ada')
inner = user.set('bob')
print(user.get(), inner.old_value, token.var is user)
user.reset(inner)
print(user.get())
user.reset(token)
print(user.get())
try:
    user.reset(token)
except RuntimeError as error:
    print('used already' if 'already been used' in str(error) else error)

def work(name):
    user.set(name)
    level.set(5)
    return user.get()

ctx = copy_context()
print(ctx.run(work, 'inside'), user.get(), ctx[user], ctx.get(level), len(ctx), user in ctx, level in copy_context())
print(sorted(v.name for v in ctx), ctx.run(user.get), Context().run(user.get), sorted(v.name for v in ctx.keys()))
try:
    ctx.run(lambda: ctx.run(print))
except RuntimeError as error:
    print(str(error).split(':')[0])
print(token.old_value is token.MISSING)
