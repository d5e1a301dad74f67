import os
import time

with open(f'./images/{time.time()}.png', 'wb') as f:
    f.write(b'fake')
with open('a/b/c.txt', 'w') as f:
    f.write('deep')
print(os.listdir('images'), sorted(os.listdir('.')), os.path.exists('a/b/c.txt'), os.path.isdir('a'), os.path.isfile('a/b'))
print(open('a/b/c.txt').read(), os.path.getsize('a/b/c.txt'))
os.remove('a/b/c.txt')
print(os.path.exists('a/b/c.txt'), os.listdir('a'))
try:
    open('a/b/c.txt')
except FileNotFoundError as error:
    print(error)
try:
    os.remove('nothing')
except FileNotFoundError as error:
    print(error)
try:
    open('images')
except IsADirectoryError as error:
    print(error)
