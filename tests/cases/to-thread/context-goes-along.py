# Context variables are visible in the thread; changes there stay there.
import asyncio
import contextvars

user = contextvars.ContextVar('user')

def in_thread():
    seen = user.get()
    user.set('changed in the thread')
    return seen

async def main():
    user.set('alice')
    print(await asyncio.to_thread(in_thread))
    print(user.get())
    try:
        await asyncio.get_running_loop().run_in_executor(None, in_thread)
    except LookupError as error:
        print('run_in_executor takes no context along:', type(error).__name__)

asyncio.run(main())
