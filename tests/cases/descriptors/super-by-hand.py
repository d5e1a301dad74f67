# An object of super shows whom it looks for and where it begins; it can be made in each of three ways.
class Base:
    def greet(self):
        return "base"

    @classmethod
    def make(cls):
        return cls.__name__


class Child(Base):
    def greet(self):
        return "child, " + super().greet()

    @classmethod
    def make(cls):
        return "child " + super().make()

    def inside(self):
        return super()


child = Child()
above = super(Child, child)
print(above, above.__thisclass__, above.__self__ is child, above.__self_class__, above.greet())
print(super(Child, Child), super(Child, Child).__self__, super(Child, Child).make(), Child.make())
unbound = super(Child)
print(unbound, unbound.__self__, unbound.__self_class__, unbound.__get__(child, Child).greet())
print(child.inside(), child.inside().__class__, type(above), above.__class__)


def attempt(action):
    try:
        print(action())
    except (TypeError, AttributeError, RuntimeError) as error:
        print(type(error).__name__, error, sep=": ")


attempt(lambda: above.missing)
attempt(lambda: unbound.greet)
attempt(lambda: super(Child, Base()))
attempt(lambda: super(Child, Base))
attempt(lambda: super(Child, 5))
attempt(lambda: super("Child", child))
attempt(lambda: super(Child, child, 1))
attempt(lambda: super())
attempt(lambda: super(Child, child, key=1))
attempt(lambda: setattr(above, "greet", 1))
