# Lists and tuples let go of their items from the end.
class Item:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone:', self.name)


items = [Item(1), Item(2)]
del items
pair = Item(3), Item(4)
del pair
items = [Item(5), Item(6)]
items.clear()
print('cleared')
entries = {'a': Item(7), 'b': Item(8)}
del entries
