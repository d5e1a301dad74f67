# A class says more of itself than its text does.
class Tea:
    kind = 'green'

    def brew(self):
        self.warm = True


print(list(vars(Tea)))
print(dir(Tea)[-3:])
