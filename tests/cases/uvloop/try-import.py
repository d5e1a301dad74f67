# Using uvloop only if it is there.
import asyncio

try:
    import uvloop
except ImportError:
    uvloop = None

async def main():
    return 'fast' if uvloop else 'normal'

if uvloop:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        print(runner.run(main()))
else:
    print(asyncio.run(main()))
