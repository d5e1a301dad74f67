# The objects that asend(), athrow(), aclose() and __anext__() give, driven by hand.
import types


@types.coroutine
def pause(name):
    answer = yield f'{name} waits'
    return answer


async def numbers():
    try:
        got = yield 1
        print('  got', got)
        heard = await pause('one')
        print('  heard', heard)
        yield 2
    except ValueError as error:
        print('  caught', error)
        await pause('after the error')
        yield 3
    finally:
        print('  finally')


def show(what, act):
    try:
        print(what, '->', repr(act()))
    except BaseException as error:
        print(what, '->', type(error).__name__, error)


def begun():
    generator = numbers()
    show('first item', lambda: generator.asend(None).send(None))
    return generator


print('--- waiting inside')
generator = begun()
step = generator.asend('tea')
show('send', lambda: step.send(None))
other = generator.asend('coffee')
show('another step', lambda: other.send(None))
show('another step again', lambda: other.send(None))
show('its close', lambda: other.close())
third = generator.athrow(KeyError)
show('a throw meanwhile', lambda: third.send(None))
fourth = generator.aclose()
show('a close meanwhile', lambda: fourth.send(None))
fifth, sixth, seventh = generator.asend(None), generator.athrow(KeyError), generator.aclose()
show('thrown into a fifth', lambda: fifth.throw(IndexError('late')))
show('thrown into a sixth', lambda: sixth.throw(IndexError('late')))
show('thrown into a seventh', lambda: seventh.throw(IndexError('late')))
show('answer', lambda: step.send('milk'))
show('once more', lambda: step.send(None))
show('thrown once more', lambda: step.throw(ValueError))
show('closed once more', lambda: step.close())
show('the end', lambda: generator.asend(None).send(None))
show('after the end', lambda: generator.asend(None).send(None))
show('thrown after the end', lambda: generator.asend(None).throw(ValueError('late')))
show('athrow after the end', lambda: generator.athrow(ValueError('late')).send(None))
show('athrow thrown into after the end', lambda: generator.athrow(KeyError).throw(ValueError('late')))
show('aclose after the end', lambda: generator.aclose().send(None))

print('--- what the first send brings')
generator = begun()
show('send replaces', lambda: generator.asend('this').send('that'))
generator = numbers()
show('too early', lambda: generator.asend('early').send(None))
step = generator.athrow(ValueError)
show('athrow wants None', lambda: step.send(5))
show('and then begins', lambda: step.send(None))

print('--- thrown in')
generator = begun()
step = generator.asend('tea')
show('throw before the beginning', lambda: step.throw(ValueError('early')))
show('goes on', lambda: step.send(None))
generator = begun()
step = generator.asend('tea')
show('send', lambda: step.send(None))
show('throw in the middle', lambda: step.throw(ValueError('middle')))
show('goes on', lambda: step.send(None))
generator = begun()
step = generator.athrow(ValueError('by athrow'))
show('send', lambda: step.send(None))
show('throw in the middle', lambda: step.throw(KeyError('middle')))
show('reuse', lambda: step.send(None))
show('reuse by throw', lambda: step.throw(KeyError))
generator = numbers()
show('thrown into one that has not begun', lambda: generator.asend(None).throw(ValueError('first')))

print('--- closing a step')
generator = begun()
step = generator.asend('tea')
show('send', lambda: step.send(None))
show('close', lambda: step.close())
show('close again', lambda: step.close())
show('send', lambda: step.send(None))
generator = begun()
step = generator.asend('tea')
show('close before the beginning', lambda: step.close())
show('send', lambda: step.send(None))


async def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            await pause('stubborn')


async def yields_again():
    try:
        yield 1
    except GeneratorExit:
        yield 2


print('--- closing the generator')
generator = stubborn()
show('first', lambda: generator.__anext__().send(None))
step = generator.aclose()
show('aclose waits', lambda: step.send(None))
show('and is closed', lambda: step.close())
generator = stubborn()
show('first', lambda: generator.__anext__().send(None))
show('a step ignores its close', lambda: generator.asend(None).close())
generator = yields_again()
show('first', lambda: generator.__anext__().send(None))
show('ignored', lambda: generator.aclose().send(None))
generator = yields_again()
show('first', lambda: generator.__anext__().send(None))
show('ignored by throw', lambda: generator.aclose().throw(GeneratorExit))
generator = begun()
step = generator.aclose()
show('closed', lambda: step.send(None))
show('reuse', lambda: step.send(None))
show('reuse by throw', lambda: step.throw(ValueError))
show('next', lambda: generator.asend(None).send(None))
generator = numbers()
show('closed before it began', lambda: generator.aclose().send(None))
generator = numbers()
show('thrown into the closing', lambda: generator.aclose().throw(ValueError('first')))
show('a loop over a step', lambda: list(begun().asend('x')))
