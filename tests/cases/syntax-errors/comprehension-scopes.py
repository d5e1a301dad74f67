# What a comprehension may not bind or yield, and keys that a pattern tests twice.
for text in (
    '{i: 1 for i in (lambda: (j := range(5)))()}',
    '[i for i in range(5) if (j := 0) for j in range(5)]',
    '[i for i in range(5) if (j := 0) for j, k in [(0, 1)]]',
    '[i := 0 for i, j in ()]',
    '[(lambda: (i := 1)) for i in ()]',
    'def g(): [y for x in () for y in [(yield x)]]',
    'def g(): [y for x in [(yield)] for y in x]',
    "match 0:\n case {0: _, 0.0: _}: pass",
    "match 0:\n case {1: _, True: _}: pass",
    "match 0:\n case {-1: _, -1.0: _}: pass",
    "match 0:\n case {0: _, 0+0j: _}: pass",
    "match 0:\n case {1+2j: _, 1.0+2j: _}: pass",
    "match 0:\n case {0: _, 'x': _, 1: _}: pass",
    "match 0:\n case f'{x}': pass",
):
    try:
        compile(text, 'text', 'exec')
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_offset)
    else:
        print('it is a program')
