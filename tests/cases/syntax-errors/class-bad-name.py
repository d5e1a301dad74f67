class my-class:
    pass
