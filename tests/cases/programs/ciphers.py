def caesar(text, shift):
    result = ''
    for char in text:
        if char.isalpha() and char.isascii():
            base = ord('A') if char.isupper() else ord('a')
            result += chr((ord(char) - base + shift) % 26 + base)
        else:
            result += char
    return result

def vigenere(text, key, sign=1):
    shifts = [ord(k) - ord('a') for k in key]
    return ''.join(caesar(c, sign * shifts[i % len(shifts)]) for i, c in enumerate(text))

secret = caesar('Hello, 世界 Zz!', 3)
print(secret, caesar(secret, -3))
hidden = vigenere('attackatdawn', 'lemon')
print(hidden, vigenere(hidden, 'lemon', -1))
print(' '.join(f'{byte:08b}' for byte in b'Hi'), bytes(int(b, 2) for b in '01001000 01101001'.split()).decode())

def run_length(text):
    out, i = [], 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append(f'{text[i]}{j - i}')
        i = j
    return ''.join(out)

print(run_length('aaabccdddd'), run_length(''), 'level' == 'level'[::-1], sorted('listen') == sorted('silent'))
