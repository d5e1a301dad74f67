# A nested group that nobody catches, with a note and a cause.
def first():
    raise ValueError('first')

def second():
    try:
        first()
    except ValueError as error:
        raise RuntimeError('second') from error

errors = []
for function in (first, second):
    try:
        function()
    except Exception as error:
        error.add_note(f'while calling {function.__name__}')
        errors.append(error)
raise ExceptionGroup('outer', [ExceptionGroup('inner', errors), KeyError('key')])
