try:
    int('seven')
except ValueError as error:
    error.add_note('line 7 of the form')
    error.add_note('two\nlines')
    raise
