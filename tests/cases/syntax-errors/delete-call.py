del print('x')
