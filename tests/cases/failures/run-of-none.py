# asyncio.run of a plain function: it has run already, and returned None.
import asyncio

def main():
    print('a plain function')

asyncio.run(main())
