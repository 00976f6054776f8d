enum a_err { A_OK, A_BAD, _A_COUNT };
