class Account:
    def __init__(self, owner):
        self.owner = owner.strip()

    @property
    def initials(self):
        return ''.join(word[0] for word in self.owner.split('-'))

print(Account(' ada ').initials)
print(Account('a--b').initials)
