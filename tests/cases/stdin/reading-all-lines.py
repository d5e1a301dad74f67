# stdin: 3
# stdin: apple 5
# stdin: pear 2
# stdin: fig 10
import sys

n = int(sys.stdin.readline())
stock = {}
for line in sys.stdin:
    name, count = line.split()
    stock[name] = int(count)
print(n == len(stock), stock, sum(stock.values()))
print(list(sys.stdin), repr(sys.stdin.readline()))
