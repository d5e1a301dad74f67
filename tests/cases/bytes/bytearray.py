data = bytearray(b'hello')
data[0] = ord('J')
data.append(33)
data.extend(b'??')
print(data, len(data), data[0], bytes(data))
data[1:3] = b'--'
del data[-1]
data += b'.'
print(data, data.decode(), data.pop(), data.find(b'l'))
data.reverse()
print(data, data == bytes(data), bytearray(3), bytearray('é', 'utf-8'))
try:
    data[0] = 300
except ValueError as error:
    print(error)
try:
    data[0] = 'x'
except TypeError as error:
    print(error)
view = memoryview(b'abcdef')
print(view[1], bytes(view[2:4]), len(view), view.tolist()[:2])
