# await in a plain function does not compile.
import asyncio

def main():
    await asyncio.sleep(1)

main()
