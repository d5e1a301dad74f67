# What a program that is run knows of itself.
print(__name__, __file__, __doc__)
print(__spec__, __package__, __cached__)
