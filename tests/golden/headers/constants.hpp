#pragma once
#include <cstdint>

namespace shop {

/// What went wrong.
enum class Fault : std::uint8_t {
	kNone = 0, ///< nothing
	kPaid = 0x80,
	kLast [[maybe_unused]] = 0xFF,
};

enum struct Level { kLow = -1, kHigh = kLow + 3 };

namespace detail::deep {
enum Kind : short { kOne = 1, kTwo };
inline constexpr int kBase = 7000;
}

struct ErrorCode {
	int value;
	constexpr ErrorCode(int number) : value{number} {}
	static constexpr int kInner = 40;
	enum { kNested = kInner + 2 };
};

class Box {
public:
	static const int kSize = 3, kDouble = kSize * 2;
	explicit Box(int size = kSize) noexcept { use(size); }
private:
	int items[kSize] = {1, 2, 3};
	void use(int) {}
};

using code_t = std::int32_t;
typedef unsigned long big_t;

/** The first. */
constexpr ErrorCode kFirst{5};
constexpr ErrorCode kSecond = ErrorCode{detail::deep::kBase + 6};
inline constexpr code_t kThird{static_cast<code_t>(Fault::kPaid)}; // cast
const big_t kBig = 0xFFFF'FFFF'FFFFul;
constexpr std::int32_t kNegative = -0x7FFF'FFFF;
constexpr auto kAuto = Level::kHigh;
static const std::uint16_t kWrapped = static_cast<std::uint16_t>(0x12345);
constexpr int kFromClass = ErrorCode::kInner + Box::kSize;
constexpr int kFromEnum = detail::deep::kTwo + detail::deep::Kind::kOne;
constexpr const char *kText = "text";
constexpr double kDouble = 1.5;
constexpr bool kYes = true;
constexpr int kTable[] = {1, 2, 3};
const char kLetter = 'x';
constexpr int kCall = int(7u) + int{3};

template <typename T>
constexpr int kTemplate = sizeof(T);

inline int
function(int argument)
{
	const int local = 5;
	return argument + local;
}

} // namespace shop

constexpr int kOutside = shop::detail::deep::kBase - 1;
enum Wide { kInt = 0x7FFFFFFF, kUnsigned, kLong = 0xFFFFFFFF, kLonger };
enum Byte : unsigned char { kFull = 255, kTooFull };
