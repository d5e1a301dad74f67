# A log line that knows its request without being told.
import asyncio
import contextvars

user = contextvars.ContextVar('user')

def log(text):
    print(f'[{user.get():>5}] {asyncio.get_running_loop().time():.1f} {text}')

async def query(seconds):
    log('query')
    await asyncio.sleep(seconds)
    log('result')

async def serve(name, seconds):
    user.set(name)
    log('connected')
    await query(seconds)
    await asyncio.create_task(query(seconds / 2))
    log('bye')

async def main():
    await asyncio.gather(serve('ann', 0.4), serve('bob', 0.6))

asyncio.run(main())
