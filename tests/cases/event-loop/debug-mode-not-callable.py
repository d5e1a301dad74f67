# What debug mode refuses to schedule.
import asyncio

async def work():
    pass

async def main():
    loop = asyncio.get_running_loop()
    coroutine = work()
    for wrong in (coroutine, work, 5, None):
        try:
            loop.call_soon(wrong)
        except TypeError as error:
            print(str(error).split(' at 0x')[0])
    coroutine.close()

asyncio.run(main(), debug=True)
