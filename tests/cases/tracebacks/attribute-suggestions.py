class Player:
    def __init__(self):
        self.health = 100
    def attack(self): pass

p = Player()
p.attack()
p.helth -= 10
