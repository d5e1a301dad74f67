class Animal:
    def __init__(self, name):
        self.name = name
    def speak(self):
        return '...'
    def introduce(self):
        return f'{self.name} says {self.speak()}'

class Dog(Animal):
    def speak(self):
        return 'woof'

class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def speak(self):
        return super().speak() + '!' * self.age

for animal in [Animal('A'), Dog('D'), Puppy('P', 3)]:
    print(animal.introduce(), type(animal).__name__, isinstance(animal, Dog))
print(issubclass(Puppy, Animal), issubclass(Dog, (int, Animal)), Puppy.__mro__, Puppy.__bases__, Puppy.mro()[-1])
print(Dog.__subclasses__(), super(Puppy, Puppy('x', 1)).speak(), Animal.speak(Puppy('y', 2)))

class Stack(list):
    def push(self, x):
        self.append(x)
    def peek(self):
        return self[-1]

s = Stack([1])
s.push(2)
print(s, s.peek(), len(s), s + [3], type(s + [3]), s == [1, 2])

class Celsius(float):
    def __str__(self):
        return f'{float(self):.1f}°'

print(Celsius(20), Celsius(20) + 1, repr(Celsius(1)), Celsius(3) > 2)
