done = True
print(~done)
print([~flag for flag in (True, False)])
print(~5, not done)
