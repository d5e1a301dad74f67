def fail(kind, text):
    raise kind(text)

def caught(kind, text):
    try:
        fail(kind, text)
    except kind as error:
        error.add_note('a note')
        return error

raise ExceptionGroup('outer', [
    caught(ValueError, 'v'),
    ExceptionGroup('inner', [caught(KeyError, 'k'), OSError('never raised')]),
])
