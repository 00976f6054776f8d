/* Copyright of nobody. ??/
 * All of it. */
#ifdef FIVE_H
#else
#define FIVE_H
namespace five { enum class status : unsigned char { a = 1, b, c = 0x10 }; const char *to_string(status); }
extern "C" { const char *five_error(enum five_status s); }
#endif
