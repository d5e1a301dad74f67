import math
import os.path
import collections as c
from math import sqrt, pi as PI
from collections import (
    Counter,
    OrderedDict as OD,
)
from itertools import *
import random, string

print(math.sqrt(16), sqrt(9), round(PI, 2), os.path.join('a', 'b'), c.Counter is Counter, OD.__name__, next(count(5)), string.digits)
print(math.__name__, type(math).__name__, __name__, 'math' in dir(), os.path.basename('x/y.txt'))
import sys
print('math' in sys.modules, sys.modules['math'] is math)

def late():
    import json
    return json.dumps([1])

print(late(), 'json' in globals())
try:
    import no_such_module
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    from math import nothing_here
except ImportError as error:
    print(str(error).split(' (')[0], error.name)
try:
    import math.sub
except ModuleNotFoundError as error:
    print(error)
m = __import__('math')
import importlib
print(m is math, importlib.import_module('math') is math)
