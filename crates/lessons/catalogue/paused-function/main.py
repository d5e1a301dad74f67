def conversation():
    print("a: hello")
    name = yield "who is there?"
    print("a: hello,", name)
    colour = yield "which colour?"
    print("a:", colour, "it is")
    return "bye"


talk = conversation()
print("b hears:", next(talk))
print("b hears:", talk.send("Ada"))
try:
    talk.send("green")
except StopIteration as end:
    print("b hears:", end.value)
