def join(*parts):
    return '-'.join(parts)

result = join(
    'a',
    'b',
    3,
)
