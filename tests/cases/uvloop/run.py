# uvloop.run, as its newer documentation has it.
import asyncio
import uvloop

async def main():
    print('running')
    await asyncio.sleep(0.5)
    return asyncio.get_running_loop().time()

print(uvloop.run(main()))
