typedef enum { T_OK = 0, T_BAD = 1 } t_error;
typedef enum { T_RED = 0, T_GREEN = 1 , T_BLUE = 2} t_color;
enum t_mode { M_FAST, M_SLOW };
