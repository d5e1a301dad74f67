# subTest, expectedFailure and assertLogs in coroutines.
import asyncio
import logging
import sys
import unittest

class TestMore(unittest.IsolatedAsyncioTestCase):
    async def test_sub_tests(self):
        for delay in (0.1, 0.2):
            with self.subTest(delay=delay):
                self.assertIsNone(await asyncio.sleep(delay))

    @unittest.expectedFailure
    async def test_known_problem(self):
        self.assertIn('x', 'abc')

    async def test_logs(self):
        with self.assertLogs('jobs', level='INFO') as logs:
            logging.getLogger('jobs').info('job %d done', 7)
        self.assertEqual(logs.output, ['INFO:jobs:job 7 done'])

unittest.main(argv=['main.py', '-v'], testRunner=unittest.TextTestRunner(stream=sys.stdout, verbosity=2), exit=False)
