# A dict that looks its items up in its own way is asked in texts with places, too.
class Loud(dict):
    def __getitem__(self, key):
        print('asked for', key)
        return super().__getitem__(key)


drinks = Loud(hot='tea')
print('%(hot)s' % drinks)
print('{hot}'.format_map(drinks))
