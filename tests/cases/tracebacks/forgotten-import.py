print('now')
print(time.time())
