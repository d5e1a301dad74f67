import unittest

case = unittest.TestCase()
checks = [lambda: case.assertEqual(1, 2), lambda: case.assertEqual('abc', 'abd'), lambda: case.assertEqual({'a': 1}, {'a': 2}), lambda: case.assertTrue(0), lambda: case.assertIs([], []), lambda: case.assertIsNone(5), lambda: case.assertIn(1, [2]),
          lambda: case.assertIsInstance(1, str), lambda: case.assertAlmostEqual(1.0, 1.1), lambda: case.assertGreater(1, 2), lambda: case.assertRaises(ValueError, int, '1'), lambda: case.assertRegex('abc', r'\d'), lambda: case.assertCountEqual([1, 2], [2, 3]),
          lambda: case.assertEqual((1, 2), (1,)), lambda: case.assertFalse('x', 'my message'), lambda: case.fail('failed on purpose'), lambda: case.assertEqual({1}, {2}), lambda: case.assertEqual(1, 1.0), lambda: case.assertNotIn('a', 'abc'), lambda: case.assertMultiLineEqual('a\nb', 'a\nc')]
for check in checks:
    try:
        print('ok', check())
    except AssertionError as error:
        print(str(error).replace('\n', '\n    '))
