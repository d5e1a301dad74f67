def make():
    def inner():
        return value
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    value = 'now'
    print(inner())
    value = 'later'
    print(inner())
    del value
    try:
        inner()
    except NameError as error:
        print(error)

make()
buttons = []
for label in ['ok', 'cancel']:
    def on_click():
        return label
    buttons.append(on_click)
print([b() for b in buttons])
label = 'changed'
print([b() for b in buttons])

def deep():
    a = 1
    def middle():
        b = a + 1
        def inner():
            nonlocal a
            a += b
            return a
        return inner
    return middle()

f = deep()
print(f(), f(), f())

class Holder:
    x = 'class'
    def method(self):
        return x

x = 'module'
print(Holder().method())
