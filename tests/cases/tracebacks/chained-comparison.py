low, high = 1, None
print(low < 2 < 3)
print(low < 2 < high < 5)
