def f():
    x = 1
      # comment is fine
     y = 2
