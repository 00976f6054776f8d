typedef enum a_err a_err_t;
enum a_err { A_OK, A_BAD };
