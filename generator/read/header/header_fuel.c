#include "read/header/header_fuel.h"

/* In tokens: for any header, for each of its bytes, and for one expansion. */
enum { LEAST = 1000000, PER_BYTE = 2, BURST = 100000 };

struct header_fuel
header_fuel_for(size_t size)
{
	return (struct header_fuel){.left = LEAST + (uint64_t)PER_BYTE * size};
}

void
header_fuel_begin(struct header_fuel *fuel)
{
	fuel->burst = fuel->left < BURST ? (uint32_t)fuel->left : BURST;
	fuel->cuts = fuel->burst == 0 ? 1 : 0;
}

void
header_fuel_spend(struct header_fuel *fuel, size_t count)
{
	fuel->burst -= fuel->burst < count ? fuel->burst : (uint32_t)count;
	fuel->left -= fuel->left < count ? fuel->left : count;
	fuel->cuts += fuel->burst == 0 ? 1 : 0;
}
