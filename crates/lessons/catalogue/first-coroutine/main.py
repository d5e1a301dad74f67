import asyncio


async def make_tea():
    print("water on")
    await asyncio.sleep(3)
    print("tea is ready")


print("the program begins")
tea = make_tea()
print("I have a", type(tea).__name__)
asyncio.run(tea)
print("the program ends")
