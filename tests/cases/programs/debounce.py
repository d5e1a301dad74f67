# Debounce: only the last of several quick calls is carried out.
import asyncio

class Debounced:
    def __init__(self, wait, function):
        self.wait, self.function, self.handle = wait, function, None

    def __call__(self, *args):
        if self.handle:
            self.handle.cancel()
        self.handle = asyncio.get_running_loop().call_later(self.wait, self.function, *args)

def search(text):
    print(f'{asyncio.get_running_loop().time():.1f} searching for {text!r}')

async def main():
    typed = Debounced(0.5, search)
    text = ''
    for letter, pause in zip('asyncio', (0.1, 0.2, 0.6, 0.1, 0.1, 0.4, 1)):
        text += letter
        typed(text)
        await asyncio.sleep(pause)

asyncio.run(main())
