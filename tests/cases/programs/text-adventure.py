# stdin: look
# stdin: take lamp
# stdin: go north
# stdin: take lamp
# stdin: go cellar
# stdin: go down
# stdin: inventory
# stdin: dance
# stdin: quit
rooms = {
    'hall': {'text': 'a dusty hall', 'exits': {'north': 'library'}, 'items': ['lamp']},
    'library': {'text': 'old books', 'exits': {'south': 'hall', 'down': 'cellar'}, 'items': []},
    'cellar': {'text': 'darkness', 'exits': {'up': 'library'}, 'items': ['gold']},
}
here, bag = 'hall', []
while True:
    command = input('> ').strip().lower().split()
    print(' '.join(command))
    match command:
        case ['look']:
            print(f'{rooms[here]["text"]}; exits: {", ".join(rooms[here]["exits"])}; items: {rooms[here]["items"] or "none"}')
        case ['go', direction] if direction in rooms[here]['exits']:
            here = rooms[here]['exits'][direction]
            print('lit by your lamp' if here == 'cellar' and 'lamp' in bag else rooms[here]['text'])
        case ['go', direction]:
            print(f'no way {direction}')
        case ['take', item] if item in rooms[here]['items']:
            rooms[here]['items'].remove(item)
            bag.append(item)
            print(f'you have the {item}')
        case ['take', item]:
            print(f'there is no {item} here')
        case ['inventory' | 'i']:
            print(bag or 'nothing')
        case ['quit']:
            break
        case other:
            print(f'you cannot {" ".join(other)}')
print('the end, in the', here)
