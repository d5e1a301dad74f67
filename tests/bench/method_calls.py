"""Objects: attributes, methods, properties, inheritance."""
SIZE = 500_000


class Account:
    def __init__(self, balance):
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount
        return self

    @property
    def is_empty(self):
        return self.balance == 0

    def fee(self):
        return 1


class Savings(Account):
    __slots__ = ()

    def fee(self):
        return super().fee() + 1


def work():
    accounts = [Account(0), Savings(10), Account(20)]
    fees = 0
    for n in range(SIZE):
        account = accounts[n % 3]
        account.deposit(n & 3).deposit(-1)
        fees += account.fee()
        if account.is_empty:
            fees += 1
    return fees, [account.balance for account in accounts]


print(work())
