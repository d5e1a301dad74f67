LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]

def winner(board):
    for a, b, c in LINES:
        if board[a] == board[b] == board[c] != ' ':
            return board[a]
    return None if ' ' in board else 'draw'

def score(board, player, cache={}):
    key = board, player
    if key not in cache:
        result = winner(board)
        if result:
            cache[key] = {'X': 1, 'O': -1, 'draw': 0}[result]
        else:
            other = 'O' if player == 'X' else 'X'
            scores = [score(board[:i] + player + board[i + 1:], other) for i, c in enumerate(board) if c == ' ']
            cache[key] = max(scores) if player == 'X' else min(scores)
    return cache[key]

board, player = 'X   O    ', 'X'
while not winner(board):
    choose = max if player == 'X' else min
    other = 'O' if player == 'X' else 'X'
    move = choose((i for i, c in enumerate(board) if c == ' '), key=lambda i: score(board[:i] + player + board[i + 1:], other))
    board, player = board[:move] + player + board[move + 1:], other
    print(f'{move}: {board!r}')
print('\n-+-+-\n'.join('|'.join(board[i:i + 3]) for i in (0, 3, 6)), winner(board), sep='\n')
