# A coroutine that goes on when it is closed; the one that awaits it hears of that.
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(0)
    finally:
        await asyncio.sleep(0)


async def outer(what):
    try:
        await what()
    except RuntimeError as error:
        print('outer hears', repr(error))
    except GeneratorExit as error:
        print('outer is closed')
        raise


async def steps():
    try:
        await asyncio.sleep(0)
        yield 1
    finally:
        await asyncio.sleep(0)


async def each():
    async for item in steps():
        print(item)


async def gentle():
    try:
        await asyncio.sleep(0)
    finally:
        print('gentle ends')


for coroutine in outer(stubborn), outer(gentle), each():
    coroutine.send(None)
    try:
        coroutine.close()
        print('closed')
    except RuntimeError as error:
        print(repr(error))
