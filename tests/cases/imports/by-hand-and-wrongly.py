# import in each of its forms, and what is said of modules and names that are not there.
import importlib
import os.path as path
import sys
from collections import OrderedDict as Ordered, deque
from math import *


def attempt(source):
    namespace = {"__name__": "__main__"}
    try:
        exec(source, namespace)
        print(sorted(name for name in namespace if not name.startswith("__")))
    except (ImportError, SyntaxError, AttributeError, TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error, getattr(error, "name", None), sep=" | ")


print(path.join("a", "b"), Ordered.__name__, deque.__name__, sqrt(16), pi > 3, "floor" in globals(), "_private" in globals())
print(importlib.import_module("json") is sys.modules["json"], __import__("os.path").__name__, __import__("os.path", fromlist=["join"]).__name__.endswith("path"), importlib.import_module("collections.abc").__name__)
for source in (
    "import no_such_module", "import json.no_such", "from json import no_such", "from json import dump, dumpz", "from math import sqrtt", "import math.sqrt", "from . import x", "from .json import dumps", "from ..a import b", "import json, no_such as n", "from no_such import *", "import os.path", "import os.path as p, sys", "from os import path as p, sep", "import collections.abc", "from json import (dumps, loads,)", "import xml_nothing.etree", "from asyncio import sleeep", "import asyncoi", "from time import slep as s",
):
    attempt(source)
for action in (lambda: importlib.import_module(".x"), lambda: importlib.import_module(""), lambda: __import__(""), lambda: __import__(5), lambda: __import__("no_such"), lambda: importlib.import_module("no.such"), lambda: importlib.reload(5), lambda: __import__()):
    try:
        print(action())
    except (ImportError, ValueError, TypeError, KeyError, AttributeError) as error:
        print(type(error).__name__, error, sep=": ")
sys.modules["made_up"] = type(sys)("made_up", "Made by the program.")
sys.modules["made_up"].value = 5
import made_up
from made_up import value
print(made_up, made_up.value, value, made_up.__doc__, made_up.__name__)
sys.modules["blocked"] = None
attempt("import blocked")
attempt("from made_up import other")
del sys.modules["made_up"]
attempt("import made_up")
