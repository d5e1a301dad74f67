def connect(host, *, port=80, timeout=5):
    return host, port, timeout

print(connect('a', port=1))
print(connect('a', prot=1))
