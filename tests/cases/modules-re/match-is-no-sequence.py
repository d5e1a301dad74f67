# A match has groups by number, and can't be gone through.
import re

found = re.match(r"(\d)(\d)", "12")
print(found[0], found[1], found[2])
try:
    for group in found:
        print(group)
except TypeError as error:
    print(error)
try:
    print(list(found))
except TypeError as error:
    print(error)
first, second = found
