class Counter:
    def __init__(self):
        self.count = 0
    def up(self):
        count += 1
        return self.count

class Other:
    def __init__(self):
        self.total = 1
    def show(self):
        return total

try:
    Counter().up()
except UnboundLocalError as error:
    print(error)
Other().show()
