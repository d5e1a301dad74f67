# interleave: seed=3
# stdin: 50
# stdin: abc
# stdin: 25
# stdin: 10
# stdin: 16
import random

secret = random.randint(1, 60)
tries = 0
while True:
    try:
        text = input('猜一個數字 (1-60): ')
        guess = int(text)
    except ValueError:
        print(f'「{text}」不是數字')
        continue
    except EOFError:
        print(f'\n沒有了。答案是 {secret}，猜了 {tries} 次')
        break
    tries += 1
    if guess == secret:
        print('答對了！', tries)
        break
    print('太小' if guess < secret else '太大')
