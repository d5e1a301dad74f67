class = 'math'
print(class)
