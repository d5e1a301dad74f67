import json
from dataclasses import dataclass, asdict, field

@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    count: int = field(default=0, compare=False)
    tags: list[str] = field(default_factory=list, compare=False)

    @property
    def total(self) -> float:
        return self.price * self.count

class Store:
    def __init__(self, path):
        self.path = path
    def save(self, items):
        with open(self.path, 'w', encoding='utf-8') as f:
            json.dump([asdict(i) for i in items], f, ensure_ascii=False, indent=1)
    def load(self):
        try:
            with open(self.path, encoding='utf-8') as f:
                return [Item(**entry) for entry in json.load(f)]
        except FileNotFoundError:
            return []

store = Store('庫存/items.json')
print(store.load())
store.save([Item(3.5, '茶', 10, ['飲料']), Item(1.25, 'cake', 4), Item(12, 'pot')])
items = store.load()
for item in sorted(items):
    print(f'{item.name:<6}{item.count:>4}{item.total:>8.2f} {item.tags}')
print(max(items).name, sum(i.total for i in items), open(store.path, encoding='utf-8').read().count('\n'))
