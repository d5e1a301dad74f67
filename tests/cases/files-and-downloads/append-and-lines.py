# Several tasks append to one file.
import asyncio

async def log(name, count):
    for n in range(count):
        with open('log.txt', 'a', encoding='utf-8') as file:
            file.write(f'{name} 第{n}行\n')
        await asyncio.sleep(0.1)

async def main():
    await asyncio.gather(log('a', 2), log('b', 3))

asyncio.run(main())
with open('log.txt', encoding='utf-8') as file:
    for number, line in enumerate(file, 1):
        print(number, line.rstrip())
