# Statements that would be wrong in a module, too, and names that math does not have.
for text in 'return 1', 'break', 'continue', 'yield 1', '(yield)', 'await x', 'raise', 'global x', 'lambda: (yield)', 'return':
    try:
        print(repr(text), eval(text, {}))
    except SyntaxError as error:
        print(repr(text), error, error.offset, error.end_offset)

try:
    from math import nothere
except ImportError as error:
    print(error, error.path)
