#define true 1
#define false 0
#define WORDS_MOST 7
