ratio = 'a lot'
print(f'{1:.2f} and {ratio:.2f}')
