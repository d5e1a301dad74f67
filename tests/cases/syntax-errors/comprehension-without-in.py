squares = [n * n for n range(3)]
print(squares)
