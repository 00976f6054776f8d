/* Two enums without a common value. */
#ifndef TWO_H
#define TWO_H
#define TWO_VERSION 3
#define TWO_MAX 9
/** Errors. */
/* TWO_MAX counts neither enum. */
typedef enum two_error { TWO_OK = 0, TWO_BAD = -1 /**< bad thing */ } two_error;
enum two_flag { TWO_ON = 1, TWO_OFF = 2 };
enum { TWO_LOOSE = 40 };
const char *two_strerror(two_error e);
#endif
