import unittest
from unittest.mock import Mock, patch, MagicMock, call

class MathTest(unittest.TestCase):
    """Numbers."""
    @classmethod
    def setUpClass(cls):
        print('set up class')
    def test_add(self):
        """Adds two numbers."""
        self.assertEqual(1 + 1, 2)
    def test_mock(self):
        service = Mock(return_value=5, name='service')
        self.assertEqual(service(1, key='v'), 5)
        service.assert_called_once_with(1, key='v')
        print(service.call_count, service.call_args, service.mock_calls == [call(1, key='v')])
        failing = Mock(side_effect=ValueError('boom'))
        with self.assertRaises(ValueError):
            failing()
        sequence = Mock(side_effect=[1, 2])
        print(sequence(), sequence(), service.attribute.method.called)
        magic = MagicMock()
        magic.__len__.return_value = 3
        print(len(magic), bool(magic), magic['x'] is not None)
        try:
            service.assert_called_with(2)
        except AssertionError as error:
            print(error)

suite = unittest.TestLoader().loadTestsFromTestCase(MathTest)
result = unittest.TextTestRunner(verbosity=2).run(suite)
print(result.wasSuccessful(), result.testsRun, result)
with patch('os.getcwd', return_value='/fake') as fake:
    import os
    print(os.getcwd(), fake.called)
