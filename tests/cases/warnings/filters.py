import warnings

def noisy(text):
    warnings.warn(text)

warnings.simplefilter('ignore')
noisy('never seen')
warnings.simplefilter('always')
noisy('seen 1')
noisy('seen 1')
warnings.simplefilter('error')
try:
    noisy('as error')
except UserWarning as error:
    print('raised', repr(error))
warnings.resetwarnings()
warnings.filterwarnings('ignore', message='.*secret.*')
noisy('a secret thing')
noisy('a public thing')
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    noisy('one')
    warnings.warn('two', DeprecationWarning)
print([(str(w.message), w.category.__name__, w.lineno) for w in caught])

class Custom(UserWarning):
    pass

warnings.warn('of our own kind', Custom)
try:
    warnings.warn('x', int)
except TypeError as error:
    print(error)
