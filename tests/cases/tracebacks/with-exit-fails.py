class Bad:
    def __enter__(self):
        return self
    def __exit__(self, *error):
        raise RuntimeError('exit')

with Bad():
    print('inside')
    raise ValueError('body')
