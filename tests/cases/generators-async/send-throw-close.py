# Values and exceptions go into a generator.
def averager():
    total = count = 0
    average = None
    while True:
        try:
            value = yield average
        except ValueError as error:
            print('ignored:', error)
            continue
        except GeneratorExit:
            print('closed after', count)
            raise
        total += value
        count += 1
        average = total / count

generator = averager()
print(next(generator))
for value in (10, 20, 60):
    print(generator.send(value))
print(generator.throw(ValueError('bad reading')))
generator.close()
fresh = averager()
try:
    fresh.send(1)
except TypeError as error:
    print(error)
