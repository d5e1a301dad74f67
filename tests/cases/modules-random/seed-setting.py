# interleave: seed=7
import random
print(random.random(), random.randint(1, 6), random.choice(['red', 'green', 'blue']))
print(random.uniform(0.5, 1.5), [round(random.random() * 3, 2) for _ in range(4)])
