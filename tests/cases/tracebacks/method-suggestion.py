items = [3, 1]
items.append(2)
items.push(5) if len(items) > 5 else items.appendd(5)
