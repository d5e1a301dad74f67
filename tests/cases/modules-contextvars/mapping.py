# A context is a mapping from variables to values that nobody can write to; a token puts a value back once.
import contextvars
from contextvars import Context, ContextVar, copy_context

user = ContextVar("user", default="nobody")
depth = ContextVar("depth")
token = user.set("Ada")
context = copy_context()
print(context[user], user in context, depth in context, len(context), list(context) == [user], context.get(depth), context.get(depth, 7))
print([*context.keys()] == [user], [*context.values()], [(variable.name, value) for variable, value in context.items()])
print(context == copy_context(), context == Context(), context.copy() == context, context != Context(), context == 5, Context() == Context())
print(token.var is user, token.old_value is contextvars.Token.MISSING, repr(token.MISSING), repr(token).split(" at ")[0])
print(repr(user)[:40], repr(depth)[:25], user.name, depth.get("none"), user.get("unused"))


def inside(value):
    depth.set(value)
    user.reset(user.set("Bob"))
    return depth.get(), user.get(), copy_context()[depth]


print(context.run(inside, 3), context[depth], depth.get(None), Context().run(user.get), context.run(lambda *args, **named: (args, named), 1, key=2))
other = copy_context()
other.run(depth.set, 3)
print(context == other, len(other))
other.run(depth.set, 4)
print(context == other)
user.reset(token)


def attempt(action):
    try:
        print(action())
    except (TypeError, LookupError, RuntimeError, ValueError, AttributeError) as error:
        print(type(error).__name__, str(error).partition(" at 0x")[0], sep=": ")


attempt(lambda: user.reset(token))
attempt(lambda: user.reset(depth.set(1)))
attempt(lambda: user.reset(context.run(user.set, "x")))
attempt(lambda: user.reset("x"))
attempt(lambda: ContextVar("new").get())
attempt(lambda: Context()[user])
attempt(lambda: context["user"])
attempt(lambda: "user" in context)
attempt(lambda: context.get("user"))
attempt(lambda: context.run())
attempt(lambda: context.run(lambda: context.run(print)))
attempt(lambda: ContextVar())
attempt(lambda: ContextVar(5))
attempt(lambda: ContextVar("x", defualt=5))
attempt(lambda: Context(1))
attempt(lambda: contextvars.Token())
attempt(lambda: hash(context))
attempt(lambda: context < context)
attempt(lambda: user.set())
attempt(lambda: context.__setitem__(user, 1))
attempt(lambda: ContextVar[int])
attempt(lambda: user.get(1, 2))
