def average(numbers):
    assert len(numbers) > 0, 'need at least one number'
    return sum(numbers) / len(numbers)

print(average([1, 3]))
average([])
