# A lambda can't be async, and a coroutine from a lambda isn't awaited by sorted.
import asyncio

async def rank(word):
    return len(word)

async def main():
    words = ['ccc', 'a', 'bb']
    ranks = {word: await rank(word) for word in words}
    print(sorted(words, key=lambda word: ranks[word]))
    print(sorted(words, key=lambda word: rank(word)))

asyncio.run(main())
