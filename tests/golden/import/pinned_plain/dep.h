enum a_err { A_OK, A_BAD DEPRECATED_MSG("use A_OK") };
