"""A loop cannot be driven inside another one, nor twice."""
import asyncio

async def main():
    other = asyncio.new_event_loop()
    try:
        other.run_until_complete(asyncio.sleep(1))
    except RuntimeError as e:
        print(e)
        import traceback
        traceback.print_exc()
    other.close()
    try:
        asyncio.get_running_loop().run_until_complete(asyncio.sleep(1))
    except RuntimeError as error:
        print(error)
    asyncio.new_event_loop().run_until_complete(asyncio.sleep(1))

asyncio.run(main())
