# bank account with exceptions
class InsufficientFunds(Exception):
    def __init__(self, balance, amount):
        super().__init__(f"need {amount - balance} more")
        self.balance, self.amount = balance, amount
class Account:
    interest = 0.05
    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.log = []
    @property
    def balance(self): return self._balance
    @balance.setter
    def balance(self, v):
        if v < 0: raise ValueError("negative balance")
        self._balance = v
    def withdraw(self, amount):
        if amount > self.balance: raise InsufficientFunds(self.balance, amount)
        self.balance -= amount
        self.log.append(('withdraw', amount))
        return self
    def __repr__(self): return f"{self.__class__.__name__}({self.owner!r}, {self.balance})"
    def __eq__(self, o): return isinstance(o, Account) and self.balance == o.balance
    def __lt__(self, o): return self.balance < o.balance
    def __iter__(self): return iter(self.log)
    def __len__(self): return len(self.log)
    def __contains__(self, x): return any(x == a for _, a in self.log)
    def __getitem__(self, i): return self.log[i]
    def __add__(self, o): return Account(self.owner + o.owner, self.balance + o.balance)
    def __bool__(self): return self.balance > 0
    def __call__(self, x): return x * 2
    def __hash__(self): return hash(self.owner)
    @classmethod
    def empty(cls): return cls('nobody')
    @staticmethod
    def bank(): return 'Bank'
a, b = Account('ann', 100), Account('bob', 50)
print(a.withdraw(30).withdraw(5), len(a), 30 in a, a[0], a[-1], a[:1], list(a), a + b, bool(Account.empty()), a(4), Account.bank())
print(sorted([a, b]), max(a, b), a == b, a != b, {a: 1}[a], a > b)
try: a <= b
except TypeError as e: print(e)
try: a.balance = -1
except ValueError as e: print(e)
try: a.withdraw(1000)
except InsufficientFunds as e: print(e, e.balance, e.amount, e.args, repr(e))
try: a.nope
except AttributeError as e: print(e)
try: a.owner.nope()
except AttributeError as e: print(e, e.name, e.obj)
try: Account()
except TypeError as e: print(e)
try: Account(1, 2, 3)
except TypeError as e: print(e)
try: a.withdraw()
except TypeError as e: print(e)
try: a.withdraw(1, 2)
except TypeError as e: print(e)
try: a.withdraw(amount=1, x=2)
except TypeError as e: print(e)
try: del a.balance
except AttributeError as e: print(e)
try: len(5)
except TypeError as e: print(e)
print(vars(b), b.__dict__, Account.__mro__, Account.__name__, type(a), a.__class__.__qualname__)
print([n for n in dir(a) if not n.startswith('__')])
b.withdraw(51)
