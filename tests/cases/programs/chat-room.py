# Clients talk through a room; who is too slow loses messages.
import asyncio

class Room:
    def __init__(self):
        self.members = {}

    def join(self, name):
        self.members[name] = asyncio.Queue(maxsize=2)
        return self.members[name]

    def say(self, name, text):
        for other, queue in self.members.items():
            if other != name:
                try:
                    queue.put_nowait(f'{name}: {text}')
                except asyncio.QueueFull:
                    print(f'  {other} misses "{text}"')

async def listener(name, room, seconds):
    queue = room.join(name)
    try:
        while True:
            print(f'  {name} hears "{await asyncio.wait_for(queue.get(), 2)}"')
            await asyncio.sleep(seconds)
    except TimeoutError:
        print(f'  {name} falls asleep')

async def speaker(room):
    for text in '一二三四五':
        room.say('老師', text)
        await asyncio.sleep(0.5)

async def main():
    room = Room()
    await asyncio.gather(listener('阿明', room, 0.1), listener('小華', room, 2), speaker(room))

asyncio.run(main())
