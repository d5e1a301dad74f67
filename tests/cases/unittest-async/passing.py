# Tests that are coroutines.
import asyncio
import sys
import unittest

class TestSleep(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        print('set up')
        self.value = await asyncio.sleep(1, 42)

    async def asyncTearDown(self):
        print('tear down', asyncio.get_running_loop().time())

    async def test_value(self):
        self.assertEqual(self.value, 42)

    async def test_timeout(self):
        with self.assertRaises(TimeoutError):
            async with asyncio.timeout(0.5):
                await asyncio.sleep(5)

    def test_plain(self):
        self.assertTrue(self.value)

result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(
    unittest.defaultTestLoader.loadTestsFromTestCase(TestSleep))
print(result.testsRun, result.wasSuccessful())
