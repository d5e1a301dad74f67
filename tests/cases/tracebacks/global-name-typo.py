import statistics
scores = [1, 2, 3]
print(statistics.mean(scores))
print(statistics.mean(score))
