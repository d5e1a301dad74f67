day = 05
print(day)
