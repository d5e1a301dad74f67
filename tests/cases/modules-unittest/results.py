import unittest

class StackTest(unittest.TestCase):
    def setUp(self):
        self.stack = [1, 2]
    def tearDown(self):
        print('tear down')
    def test_pop(self):
        self.assertEqual(self.stack.pop(), 2)
    def test_wrong(self):
        self.assertEqual(self.stack, [1, 3])
    def test_error(self):
        self.stack.push(1)
    @unittest.skip('not now')
    def test_skipped(self):
        pass
    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(False)
    def test_raises(self):
        with self.assertRaises(IndexError) as caught:
            [].pop()
        self.assertIn('empty', str(caught.exception))
    def test_sub(self):
        for n in range(3):
            with self.subTest(n=n):
                self.assertNotEqual(n, 1)

unittest.main()
