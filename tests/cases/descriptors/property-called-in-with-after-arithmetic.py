class Tool:
    def __init__(self, *given):
        print('made with', given)

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        pass


class Box:
    @property
    def tool(self):
        return Tool


class Asked:
    def __getattr__(self, name):
        return lambda *given: (name, given)


box, asked, five = Box(), Asked(), 5
print(five - five)
with box.tool(3):
    pass
print(five * 2.5)
with box.tool(), box.tool(1, 2):
    print(asked.anything(five))
print(five + five)
print(box.tool(7), box.tool) if not box else asked.more(8)
