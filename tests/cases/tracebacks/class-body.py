class Config:
    debug = True
    level = 10 if debug else 20
    path = base_path + '/config'
