# A failing test and one that breaks.
import asyncio
import unittest

class TestThings(unittest.IsolatedAsyncioTestCase):
    async def test_fails(self):
        self.assertEqual(await asyncio.sleep(0.1, 'a'), 'b')

    async def test_breaks(self):
        await asyncio.sleep(0.1)
        raise KeyError('broken')

    @unittest.skip('not today')
    async def test_skipped(self):
        pass

if __name__ == '__main__':
    unittest.main()
