import gc

class Node:
    def __init__(self, name): self.name, self.other = name, None
    def __del__(self): print('deleting', self.name)

a = Node('alone')
a = None
print('refcounts are enough')
x, y = Node('x'), Node('y')
x.other, y.other = y, x
del x, y
print('a cycle stays')
print('collected', gc.collect() >= 2)
print(gc.collect(), gc.isenabled() in (True, False))
gc.disable()
gc.enable()

class Tree:
    def __init__(self): self.children = []
    def __del__(self): print('tree gone')

t = Tree()
t.children.append(t)
t = None
print('end of program')
