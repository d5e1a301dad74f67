# enterAsyncContext and addAsyncCleanup.
import contextlib
import sys
import unittest

@contextlib.asynccontextmanager
async def resource(name):
    print('open', name)
    yield name
    print('close', name)

class TestResources(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.db = await self.enterAsyncContext(resource('db'))
        self.addAsyncCleanup(self.say, 'async clean-up')

    async def say(self, text):
        print(text)

    async def test_name(self):
        with self.subTest('name'):
            self.assertIn('d', self.db)

unittest.main(argv=['main.py'], testRunner=unittest.TextTestRunner(stream=sys.stdout), exit=False)
