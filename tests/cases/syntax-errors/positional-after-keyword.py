print(end='', 'hello')
