import asyncio

loop = asyncio.new_event_loop()
try:
    loop.run_forever(1)
except TypeError as error:
    print(error)
loop.close()
