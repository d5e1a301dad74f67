numbers = {1, 2, 3}
numbers |= numbers
print(numbers)
numbers.update(numbers)
print(numbers)
numbers &= numbers
print(numbers)
numbers -= numbers
print(numbers)

letters = set("abc")
letters ^= letters
print(letters)

words = {"one", "two"}
words.difference_update(words)
print(words)
words = {"three"}
words.symmetric_difference_update(words)
print(words)
