from collections import OrderedDict

class LRU:
    def __init__(self, size):
        self.size, self.data, self.hits, self.misses = size, OrderedDict(), 0, 0
    def get(self, key, load):
        if key in self.data:
            self.hits += 1
            self.data.move_to_end(key)
        else:
            self.misses += 1
            self.data[key] = load(key)
            if len(self.data) > self.size:
                gone, _ = self.data.popitem(last=False)
                print('evicted', gone)
        return self.data[key]

cache = LRU(3)
for key in 'abcadbea':
    print(key, cache.get(key, str.upper), list(cache.data))
print(f'{cache.hits} hits, {cache.misses} misses, {cache.hits / (cache.hits + cache.misses):.0%}')
