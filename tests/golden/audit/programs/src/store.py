# 41018 is a remark
def store():
    raise StorageError(41_019, "41020", StgErrTape)
# expect 3:24 ES0785
# expect 3:41 ES0787
