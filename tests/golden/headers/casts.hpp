// Casts, constructions and scopes of C++.
namespace outer::inner {
constexpr int FIRST = static_cast<int>(5);
constexpr unsigned SECOND = static_cast<unsigned>(-1);
constexpr int THIRD = const_cast<int>(6);
constexpr int FOURTH = reinterpret_cast<short>(70000);
constexpr int OPEN_CAST = static_cast<int(5);
constexpr int NO_OPERAND = static_cast<int>;
constexpr int HALF_CAST = static_cast<int>(5;
constexpr int UNKNOWN_CAST = static_cast<nobody>(5);
constexpr int BARE_CAST = static_cast;
constexpr int NO_TYPE_CAST = static_cast<>(5);
constexpr int BUILT = int(7);
constexpr int BUILT_BRACES = int{8};
constexpr int BUILT_EMPTY = int();
constexpr int BUILT_EMPTY_BRACES = int{};
constexpr int BUILT_HALF = int(9;
constexpr int BUILT_UNKNOWN = nobody{10};
constexpr int BUILT_CALLED = nobody(11);
constexpr auto YES = true;
constexpr auto NO = false;
constexpr int SUM = FIRST + BUILT + outer::inner::BUILT_BRACES + ::outer::inner::YES;
inline constexpr long BRACED{12};
inline constexpr long BRACED_EMPTY{};
static const int PLAIN = 13, SECOND_PLAIN = 14;
const int *POINTER = 16;
const int ARRAY[] = {17, 18};
extern const int DECLARED;
int not_constant = 19;
constexpr const char *TEXT = "text";
constexpr double FLOATING = 1.5;
constexpr int SIZE = sizeof(long long);
}

namespace {
const unsigned short NAMELESS = 20;
}

namespace alias = outer::inner;
using namespace outer;
using outer::inner::FIRST;

struct holder {
	static constexpr int HELD = 21;
	enum kind : unsigned char { KIND_A, KIND_B = HELD, KIND_C };
	enum class strong : long { A, B = 5, C };
public:
	static const int SHOWN = 23;
protected:
	static const int GUARDED = 24;
};

class closed {
public:
	static constexpr int OPENED = 26;
};

enum struct other { X = holder::HELD, Y };
enum forward : int;
enum class [[nodiscard]] attributed : int { P [[deprecated]] = 1, Q };
template <int n> struct made { static constexpr int VALUE = n; };
template <> struct made<1> { static constexpr int ONE = 1; };
extern "C" {
enum inside_c { IN_C = 27 };
}
typedef enum named { NAMED_A = 29 } named_t;
union both { enum { IN_UNION = 30 }; };
constexpr int call() { return 31; }
constexpr int CALLED = call();
