import uvloop
print(uvloop.install())
print(uvloop.__name__)
