class Robot:
    def __init__(self):
        self.battery = 10
        self.name = 'R2'
    def walk(self): pass

r = Robot()
attempts = ['r.batery', 'r.run()', 'r.walk.speed = 1', 'r.walk().far', 'Robot.battery', 'r.name.lenght', 'None.x', '[].length', '(1).real = 2', 'del r.nothing', 'r.battery()', 'r[0]', 'r + 1', 'r < r',
            'len(r)', 'iter(r)', 'r()', 'int(r)', 'next(r)', 'with_ = r.__enter__', 'hash(r) == 5 or r @ r', '-r', 'for_ = [*r]', 'r in r', 'r[0] = 1', 'del r[0]', 'r += 1', 'import_ = r.__getitem__', 'Robot.x', 'print.x', 'r.walk.__self__.nope']
for attempt in attempts:
    try:
        exec(attempt)
    except Exception as error:
        print(f'{attempt:28} {type(error).__name__}: {error}')
