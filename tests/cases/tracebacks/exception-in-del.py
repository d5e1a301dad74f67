class Resource:
    def __del__(self):
        print('releasing')
        raise ValueError('in del')

r = Resource()
del r
print('still running')
