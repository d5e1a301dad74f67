def outer():
    def middle():
        def inner():
            return missing_thing
        return inner()
    return middle()

outer()
