# async with and async for need an async function.
import asyncio

def main():
    async with asyncio.Lock():
        print('locked')

main()
