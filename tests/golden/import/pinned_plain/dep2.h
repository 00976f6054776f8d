enum a_err { A_OK __attribute__((deprecated)), A_BAD };
