# A policy counts the loops it makes.
import asyncio

class CountingPolicy(asyncio.DefaultEventLoopPolicy):
    made = 0

    def new_event_loop(self):
        CountingPolicy.made += 1
        return super().new_event_loop()

async def main():
    await asyncio.sleep(0)

asyncio.set_event_loop_policy(CountingPolicy())
for _ in range(3):
    asyncio.run(main())
print(CountingPolicy.made, type(asyncio.get_event_loop_policy()).__name__)
asyncio.set_event_loop_policy(None)
asyncio.run(main())
print(CountingPolicy.made)
