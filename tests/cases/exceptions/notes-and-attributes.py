try:
    raise ValueError('bad age')
except ValueError as error:
    error.add_note('while reading line 3')
    error.add_note('of people.csv')
    print(error, error.__notes__, error.args)
    error.code = 42
    print(error.code, vars(error))
try:
    ValueError().add_note(5)
except TypeError as error:
    print(error)
e = ValueError('x')
print(e.__traceback__, e.__context__, e.__cause__, e == ValueError('x'), hash(e) == hash(e))
f = e.with_traceback(None)
print(f is e, e.args)
e.args = ('changed', 1)
print(e, repr(e))

def fails():
    raise e
try:
    fails()
except ValueError as caught:
    print(caught.__traceback__.tb_lineno, caught.__traceback__.tb_next.tb_lineno, caught.__traceback__.tb_next.tb_frame.f_code.co_name)
