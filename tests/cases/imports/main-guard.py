"""Module docstring."""
from __future__ import annotations

CONSTANT = 3

def main():
    print('main runs', CONSTANT)

print(__name__, __doc__, __file__)
if __name__ == '__main__':
    main()
def f(x: undefined) -> also_undefined: pass
print(f.__annotations__)
