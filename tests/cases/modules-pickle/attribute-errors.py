import math
import pickle
from concurrent.futures import ProcessPoolExecutor


def wrong(x):
    return math.nope


if __name__ == '__main__':
    with ProcessPoolExecutor() as pool:
        print(repr(pool.submit(wrong, 1).exception()))
    try:
        wrong(1)
    except AttributeError as error:
        again = pickle.loads(pickle.dumps(error))
        print(again, again.name, again.obj)
