print('x', end='', end='!')
