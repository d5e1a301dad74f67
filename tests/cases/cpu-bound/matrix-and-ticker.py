# A ticker gets no turn during a multiplication.
import asyncio

def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]

async def ticker():
    for n in range(3):
        print('tick', n)
        await asyncio.sleep(0)

async def main():
    task = asyncio.create_task(ticker())
    await asyncio.sleep(0)
    matrix = [[i + j for j in range(12)] for i in range(12)]
    for _ in range(3):
        matrix = multiply(matrix, matrix)
    print('computed', len(str(matrix[0][0])), 'digits')
    await task

asyncio.run(main())
