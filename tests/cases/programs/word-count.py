text = '''The quick brown fox jumps over the lazy dog.
The dog barks; the fox runs away!
"Why," asks the dog, "does the fox run?"'''
import re
import string
from collections import Counter

words = re.findall(r"[a-z']+", text.lower())
counts = Counter(words)
print(len(words), len(counts), counts.most_common(3))
for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]:
    print(f'{word:<8}{"#" * n:<8}{n / len(words):6.1%}')
letters = Counter(c for c in text.lower() if c in string.ascii_lowercase)
print(''.join(c for c, _ in letters.most_common()), letters.total())
print({length: sorted({w for w in words if len(w) == length}) for length in sorted({len(w) for w in words})})
longest = max(words, key=len)
print(longest, text.count('\n') + 1, [line.split()[0] for line in text.splitlines()])
