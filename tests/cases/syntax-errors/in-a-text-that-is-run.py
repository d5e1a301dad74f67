"""What the compiler refuses in a text that the program runs has no line to show; what the parser refuses has one."""
import traceback

for text in 'x = 1\nreturn x', 'break', 'await nothing', 'def f(a, a): pass', 'def f():\n    nonlocal x', '[x for x in]':
    try:
        exec(text)
    except SyntaxError as error:
        print(error.lineno, error.text is None)
        traceback.print_exc()
exec('x = 1\ncontinue')
