# The same pause as a generator, as types.coroutine, and as await.
import types

@types.coroutine
def pause(label):
    answer = yield label
    return answer

async def conversation():
    name = await pause('what is your name?')
    age = await pause(f'how old are you, {name}?')
    return f'{name} is {age}'

coroutine = conversation()
question = coroutine.send(None)
for answer in ('Mei', 30):
    print(question, '->', answer)
    try:
        question = coroutine.send(answer)
    except StopIteration as stop:
        print(stop.value)
