# A runner keeps nothing of what it has run.
import asyncio
import weakref

seen = []


class Held:
    def __del__(self):
        print('gone')


async def main(fails):
    held = Held()
    seen.append(weakref.ref(asyncio.current_task()))
    if fails:
        raise ValueError('as asked')


with asyncio.Runner() as runner:
    runner.run(main(False))
    print('has run', seen[0]())
    try:
        runner.run(main(True))
    except ValueError as error:
        print(error, seen[1]())
    print('has run again')
