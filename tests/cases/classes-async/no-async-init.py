# __init__ can't be async: a class method takes its place.
import asyncio

class Database:
    def __init__(self, connection):
        self.connection = connection

    @classmethod
    async def open(cls, name):
        await asyncio.sleep(0.5)
        return cls(f'connection to {name}')

class Wrong:
    async def __init__(self):
        pass

async def main():
    print((await Database.open('users')).connection)
    try:
        Wrong()
    except TypeError as error:
        print(error)

asyncio.run(main())
