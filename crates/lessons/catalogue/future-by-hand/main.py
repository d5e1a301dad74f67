import asyncio


async def postman(letter):
    await asyncio.sleep(2)
    print("a letter is delivered")
    letter.set_result("come at six")
    try:
        letter.set_result("come at seven")
    except asyncio.InvalidStateError as error:
        print("again?", error)


async def main():
    letter = asyncio.get_running_loop().create_future()
    asyncio.create_task(postman(letter), name="postman")
    print("is it there?", letter.done())
    print("it says:", await letter)
    print("is it there?", letter.done(), letter.result())


asyncio.run(main())
