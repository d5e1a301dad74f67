text = 'items: '
count = 3
text += count
