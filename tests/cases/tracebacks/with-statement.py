class Door:
    def __enter__(self):
        return self
    def __exit__(self, *error):
        print('closing')

def enter():
    with Door() as door:
        door.open()

enter()
