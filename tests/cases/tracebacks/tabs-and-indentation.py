def f():
	if True:
		x = [1, 2,
		     3]
		return x[5] + 1
f()
