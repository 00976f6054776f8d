#endif
#define UNFINISHED (1 +
#define STRAY 1 )
#define
#define 5 6
enum { FINE = 1, = 2, BAD = , 7, WORSE = (1, NEXT = 3 };
enum open { OPEN_A = 08, OPEN_B = 1x, OPEN_C = 99999999999999999999, OPEN_D, OPEN_E = 1 << 40, OPEN_F = 'ab
};
#define CALLS(a, b) a
#define CALLED CALLS(1
#define CHARACTER '\xFF'
#define WIDE_CHARACTER L'é'
const int;
const int = 5;
constexpr Unknown kUnknown(5);
const int kArray[2] = {1, 2};
#if
#define IN_NOTHING 1
#endif
#ifdef
#endif
#if 1
/* never closed
#define NOT_READ 1
