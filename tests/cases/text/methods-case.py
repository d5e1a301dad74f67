for word in ['hello world', 'HELLO', 'Straße', "they're bill's", 'ǆ', 'ΑΣ', '3rd place', '']:
    print(repr(word), word.upper(), word.lower(), word.title(), word.capitalize(), word.swapcase(), word.casefold())
print('abc'.islower(), 'ABC'.isupper(), 'Abc Def'.istitle(), 'aBc'.islower(), ''.islower(), '12'.isupper())
