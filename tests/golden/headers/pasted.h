/* Numbers that are joined from parts, which may be macros themselves. */
#define JOIN_AS_IT_IS(a, b) a##b
#define JOIN(a, b) JOIN_AS_IT_IS(a, b)
#define PART 0x12
#define PART_OF_ALL PART
#define DIGIT 7
#define SUM (1 + 2)

#define FIRST_OF_PART JOIN(PART, 01)
#define SECOND_OF_PART JOIN(PART_OF_ALL, 02)
#define DIGITS JOIN(1, DIGIT)
#define HEX JOIN_AS_IT_IS(0x, 7)
#define NO_NUMBER JOIN(SUM, 3)
#define NO_OTHER_NUMBER JOIN(3, SUM)

enum pasted {
	PASTED_FIRST = JOIN(PART, 03),
	PASTED_SECOND = JOIN(4, DIGIT),
	JOIN(PASTED_, DIGIT) = 5
};
