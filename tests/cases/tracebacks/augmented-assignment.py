score = {'ada': 1}
score['ada'] += 1
score['bob'] += 1
