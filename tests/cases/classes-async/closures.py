# The late binding of closures, in tasks.
import asyncio

async def main():
    async def show_late():
        return n

    late = [asyncio.create_task(show_late()) for n in range(3)]
    for n in range(3):
        late.append(asyncio.create_task(show_late()))
    print(await asyncio.gather(*late[3:]))

    def maker(n):
        async def show():
            return n
        return show

    print(await asyncio.gather(*(maker(n)() for n in range(3))))
    for task in late[:3]:
        print(repr(task.exception()) if task.exception() else task.result())

asyncio.run(main())
