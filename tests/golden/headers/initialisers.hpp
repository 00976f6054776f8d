// Constants with a value in parentheses, and those of another linkage; functions that are declared.
#include <cstdint>

extern "C" const int kLinked = 1;
extern "C" const int kLinkedToo{2}, kLinkedAgain(3);
const int kCalled(4);
static const std::int32_t kFirst(5), kSecond(kFirst + 1), kThird = 7, kFourth{8};
inline constexpr int kConstant(-9);
const unsigned char kWrapped(266);
constexpr int kNested(int(11) + (1));

struct Type {
	int member;
	int reads() const;
	const int gives() const;
};

const int function(int argument);
const int of_type(Type), of_types(Type, int), of_nothing(), of_void(void);
extern "C" const int linked_function(Type argument);
extern "C" const int mixed(int), kMixed(13);
const bool kTrue(true);
const double kDouble(1.5);
const char *const kText("text");
