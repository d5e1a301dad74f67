numbers = [1, 2]
print(numbers[0] / (numbers[1] - 2) + 5)
