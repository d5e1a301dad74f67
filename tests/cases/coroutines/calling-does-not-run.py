# Calling a coroutine function only makes a coroutine object.
import asyncio
import inspect

async def greet():
    print('hello')
    return 42

print(type(greet))
coroutine = greet()
print(type(coroutine), coroutine.__name__, inspect.iscoroutine(coroutine))
print(asyncio.iscoroutinefunction(greet), asyncio.iscoroutine(greet), asyncio.iscoroutine(coroutine))
print('nothing has run yet')
print(asyncio.run(coroutine))
