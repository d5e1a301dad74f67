# Reading and writing files in threads.
import asyncio
import time

def write(name, text):
    time.sleep(0.5)
    with open(name, 'w') as file:
        file.write(text)

def read(name):
    with open(name) as file:
        return file.read()

async def main():
    await asyncio.gather(*(asyncio.to_thread(write, f'{n}.txt', f'text {n}' * n) for n in range(1, 4)))
    print(await asyncio.gather(*(asyncio.to_thread(read, f'{n}.txt') for n in range(1, 4))))
    try:
        await asyncio.to_thread(read, 'missing.txt')
    except FileNotFoundError as error:
        print(error)
    print(asyncio.get_running_loop().time())

asyncio.run(main())
