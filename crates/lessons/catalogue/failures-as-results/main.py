import asyncio


async def parse(text):
    await asyncio.sleep(len(text))
    return int(text)


async def main():
    texts = ["12", "four", "7"]
    results = await asyncio.gather(*map(parse, texts), return_exceptions=True)
    for text, result in zip(texts, results):
        if isinstance(result, ValueError):
            print(text, "is no number")
        else:
            print(text, "is", result)


asyncio.run(main())
