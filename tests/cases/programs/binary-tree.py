from __future__ import annotations
from dataclasses import dataclass
from typing import Iterator, Optional

@dataclass
class Tree:
    value: int
    left: Optional[Tree] = None
    right: Optional[Tree] = None

    def insert(self, value: int) -> None:
        side = 'left' if value < self.value else 'right'
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Tree(value))
        else:
            child.insert(value)

    def __iter__(self) -> Iterator[int]:
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    def depth(self) -> int:
        return 1 + max((t.depth() for t in (self.left, self.right) if t), default=0)

    def show(self, indent: str = '') -> None:
        if self.right:
            self.right.show(indent + '    ')
        print(f'{indent}{self.value}')
        if self.left:
            self.left.show(indent + '    ')

root = Tree(50)
for n in [30, 70, 20, 40, 60, 80, 65]:
    root.insert(n)
root.show()
print(list(root), root.depth(), 65 in root, sum(root))
print(Tree(1, Tree(0)))
