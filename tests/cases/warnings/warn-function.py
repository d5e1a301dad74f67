import warnings

def old_name():
    warnings.warn('old_name is old; use new_name', DeprecationWarning, stacklevel=2)
    return 1

old_name()
old_name()
for i in range(3):
    warnings.warn('plain user warning')
    warnings.warn(f'different text {i}', RuntimeWarning)
warnings.warn(UserWarning('an instance'))
print('end')
