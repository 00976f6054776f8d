# 41018 is a remark
def store():
    raise StorageError(41_019, "41020", StgErrTape)
