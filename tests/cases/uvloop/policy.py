# The older form: set the policy.
import asyncio
import uvloop

asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())

async def main():
    await asyncio.sleep(1)
    return 'same result'

print(asyncio.run(main()))
