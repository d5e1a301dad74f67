from dataclasses import dataclass, field, is_dataclass, make_dataclass

@dataclass
class Base:
    name: str
    tags: list = field(default_factory=list)

@dataclass
class Child(Base):
    age: int = 0
    name: str = 'nobody'
    def greet(self):
        return f'{self.name}, {self.age}'

print(Child(), Child('Ada', [1], 36).greet(), Base('x') == Child('x'), isinstance(Child(), Base), is_dataclass(Child), is_dataclass(5))
try:
    @dataclass
    class Wrong:
        a: int = 1
        b: str
except TypeError as error:
    print(error)
try:
    @dataclass
    class Mutable:
        items: list = []
except ValueError as error:
    print(error)

@dataclass
class Node:
    value: int
    next: 'Node' = None

n = Node(1, Node(2))
print(n)
n.next.next = n
print(n)

@dataclass
class Custom:
    x: int
    def __repr__(self): return f'<{self.x}>'
    def __eq__(self, other): return True

print(Custom(1), Custom(1) == 5, make_dataclass('Quick', ['a', ('b', int, 3)])(1))
class NotData: y: int = 1
print(Base.__doc__, Child.__annotations__)
