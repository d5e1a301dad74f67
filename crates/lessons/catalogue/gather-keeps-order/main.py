import asyncio


async def ask(friend, seconds):
    await asyncio.sleep(seconds)
    print(friend, "answers")
    return friend.upper()


async def main():
    answers = await asyncio.gather(ask("ada", 3), ask("bo", 1), ask("cy", 2))
    print(answers)


asyncio.run(main())
