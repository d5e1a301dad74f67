# Bytes in files named after the time.
import os
import time
import requests

for n in range(3):
    content = requests.get(f'https://example.com/{n}.png').content
    with open(f'./images/{time.time()}.png', 'wb') as file:
        print(file.name, file.write(content))
print(sorted(os.listdir('./images')))
