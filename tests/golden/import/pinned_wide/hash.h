enum a_err { A_OK, A_BAD, A_FORCE = 0xffffffff };
