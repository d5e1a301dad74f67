# A type with brackets is no class to ask about.
for question in (
    lambda: isinstance([1], list[int]),
    lambda: issubclass(list, list[int]),
    lambda: isinstance({}, (int, dict[str, int])),
    lambda: isinstance([1], 3),
):
    try:
        print(question())
    except TypeError as error:
        print(error)
print(isinstance([1], (list, list[int])))
