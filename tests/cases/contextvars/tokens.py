# set gives a token, reset takes it back.
import contextvars

level = contextvars.ContextVar('level')
print(level.get('fallback'))
token = level.set(1)
second = level.set(2)
print(level.get(), token.old_value is contextvars.Token.MISSING, second.old_value)
level.reset(second)
print(level.get())
level.reset(token)
try:
    level.get()
except LookupError as error:
    print(type(error).__name__)
try:
    level.reset(token)
except RuntimeError as error:
    print('a token works once')
try:
    level.set(3)
    contextvars.copy_context().run(level.reset, level.set(4))
except ValueError as error:
    print(type(error).__name__)
