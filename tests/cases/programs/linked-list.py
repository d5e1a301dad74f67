class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next

class LinkedList:
    def __init__(self, items=()):
        self.head = None
        for item in reversed(list(items)):
            self.head = Node(item, self.head)

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return sum(1 for _ in self)

    def __repr__(self):
        return ' -> '.join(map(str, self)) + ' -> None' if self.head else 'empty'

    def reverse(self):
        previous, node = None, self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous

    def remove(self, value):
        before = dummy = Node(None, self.head)
        while before.next:
            if before.next.value == value:
                before.next = before.next.next
                self.head = dummy.next
                return True
            before = before.next
        return False

l = LinkedList('abcd')
print(l, len(l), 'c' in l)
l.reverse()
print(l, l.remove('d'), l.remove('x'), l, list(zip(l, range(9))))
print(LinkedList(), max(LinkedList([3, 9, 2])), sorted(LinkedList([3, 9, 2])), [*LinkedList(range(3))])
