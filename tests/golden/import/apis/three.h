#if !defined(THREE_H_INCLUDED)
#define THREE_H_INCLUDED
typedef enum three_tag three_t;
typedef struct other three_other;
typedef unsigned three_number;
typedef int (*three_function)(int);
enum three_tag { THREE_A = 1, THREE_B = THREE_A + 1 };
	 	THREE_EXPORT	const char *THREEERR(three_number x);
const char *three_str(three_t);
#endif
