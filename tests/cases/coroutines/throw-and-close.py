# throw puts an exception where the coroutine is paused; close puts GeneratorExit there.
import types

@types.coroutine
def pause(value):
    return (yield value)

async def careful(name):
    try:
        got = await pause(f'{name} pauses')
        print(name, 'got', got)
        await pause('again')
    except ValueError as error:
        print(name, 'caught', error)
        return 'recovered'
    finally:
        print(name, 'cleans up')

one = careful('one')
print(one.send(None))
print(one.send('a value'))
try:
    one.throw(ValueError('oops'))
except StopIteration as stop:
    print(stop.value)

two = careful('two')
print(two.send(None))
two.close()
