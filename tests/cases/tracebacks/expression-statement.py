def check(value):
    value.strip().lower().missing()

check('  Hi ')
