# Counting words with tasks and adding the counts.
import asyncio
from collections import Counter

TEXTS = ['the cat and the dog', 'the end', 'cat and cat']

async def count(n, text):
    await asyncio.sleep((n + 1) / 10)
    return Counter(text.split())

async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(count(n, text)) for n, text in enumerate(TEXTS)]
    total = sum((task.result() for task in tasks), Counter())
    for word, number in total.most_common():
        print(f'{word:5}{number}')

asyncio.run(main())
