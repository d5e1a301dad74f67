def countdown(n):
    if n == 0:
        raise ValueError('lift off')
    countdown(n - 1)

def few(n):
    if n == 0:
        countdown(6)
    few(n - 1)

few(3)
