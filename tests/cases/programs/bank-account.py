class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        self.account, self.amount = account, amount
        super().__init__(f'{account.owner} has {account.balance}, needs {amount}')

class Account:
    interest = 0.02
    _next = 1001

    def __init__(self, owner, balance=0):
        self.owner, self.balance, self.history = owner, balance, []
        self.number = Account._next
        Account._next += 1

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError('deposit must be positive')
        self.balance += amount
        self.history.append(('in', amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append(('out', amount))

    def transfer(self, other, amount):
        self.withdraw(amount)
        other.deposit(amount)

    def __str__(self):
        return f'#{self.number} {self.owner:<6}{self.balance:>10,.2f}'

class Savings(Account):
    interest = 0.05
    def add_interest(self):
        self.deposit(round(self.balance * self.interest, 2))

ada, bob = Account('Ada', 1000), Savings('Bob', 2500.5)
ada.transfer(bob, 300)
bob.add_interest()
for action in (lambda: ada.transfer(bob, 5000), lambda: ada.deposit(-1)):
    try:
        action()
    except (InsufficientFunds, ValueError) as error:
        print(f'{type(error).__name__}: {error}')
print(ada, bob, bob.history, sep='\n')
