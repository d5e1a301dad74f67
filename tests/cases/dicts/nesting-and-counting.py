text = 'the quick fox jumps over the lazy dog the end'
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
print(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3])
groups = {}
for word in text.split():
    groups.setdefault(len(word), []).append(word)
print(groups)
school = {'ada': {'age': 36, 'marks': [1, 2]}, 'bob': {'age': 25, 'marks': []}}
school['ada']['marks'].append(3)
for name, info in school.items():
    print(name, info['age'], sum(info['marks']), info)
print({k: sum(v['marks']) for k, v in school.items()}, school['bob'].get('email', 'none'))
shallow = dict(school)
shallow['bob']['age'] = 99
print(school['bob'], shallow is school)
