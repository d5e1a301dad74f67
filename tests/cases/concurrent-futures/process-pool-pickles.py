# What goes to another process must be picklable.
from concurrent.futures import ProcessPoolExecutor

def double(values):
    values.append('worker was here')
    return [value * 2 for value in values]

if __name__ == '__main__':
    with ProcessPoolExecutor(2) as pool:
        values = [1, 2]
        print(pool.submit(double, values).result(), values)
        try:
            pool.submit(lambda: 1).result()
        except Exception as error:
            print(type(error).__name__)
        print(list(pool.map(pow, range(5), [2] * 5)))
