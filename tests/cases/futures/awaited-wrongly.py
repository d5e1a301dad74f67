# A future yields itself; awaiting it outside a loop fails when it isn't done.
import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()
iterator = future.__await__()
print(next(iterator) is future)
try:
    next(iterator)
except RuntimeError as error:
    print(error)
future.set_result(7)
try:
    next(future.__await__())
except StopIteration as stop:
    print('done at once:', stop.value)
print(future.get_loop() is loop, asyncio.isfuture(future), asyncio.isfuture(3))
loop.close()
