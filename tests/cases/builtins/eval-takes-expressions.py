for text in ('1 + 1', ' 2', '(3)', 'x = 5', 'x == 5 or 1' , 'x += 1', 'x: int', 'x: int = 1', 'import os', 'pass', 'del x', 'if 1: 2', 'while 0: 1', '1; 2', '1\n2', 'def f(): pass', 'a.b = 1', 'a[0] = b = 2', '(a) = 1'):
    try:
        print(repr(text), eval(text, {'x': 5}))
    except SyntaxError as error:
        print(repr(text), error, error.offset, error.end_offset)
eval('total = 1 + 2')
