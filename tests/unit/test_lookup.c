/* Slots for hostile keys: each key gets one of its own, or it is said soon that there is no way. */
#include "spec/lookup.h"

#include <stdio.h>

#include "bench.h"

enum { KEYS = 3000 };

struct world {
	struct arena arena;
	uint64_t numbers[KEYS];
	struct str texts[KEYS];
	char bytes[KEYS][48];
};

/* Where a program looks for a key. */
static uint32_t
slot_of(const struct lookup *lookup, uint64_t hash)
{
	const struct vec *lines = &lookup->displacements;
	uint32_t bucket = (uint32_t)(hash >> lookup->shift);
	const struct lookup_line *first = VEC_AT(lines, struct lookup_line *, 0);
	const struct lookup_line *line =
		VEC_AT(lines, struct lookup_line *, bucket / first->numbers.count);
	uint64_t slot = (uint64_t)(uint32_t)(hash << lookup->bits >> 32) * lookup->slot_count >> 32;
	slot += VEC_AT(&line->numbers, uint32_t, bucket % first->numbers.count);
	return (uint32_t)(slot < lookup->slot_count ? slot : slot - lookup->slot_count);
}

static uint64_t
hash_of(const struct lookup *lookup, const struct lookup_keys *keys, uint32_t index)
{
	const struct hash_multipliers multipliers = {lookup->multipliers[0].natural,
		lookup->multipliers[1].natural, lookup->multipliers[2].natural,
		lookup->multipliers[3].natural};
	return keys->texts == NULL ? hash_number(keys->numbers[index], lookup->multiplier.natural)
				   : hash_text(keys->texts[index], &multipliers, lookup->is_whole);
}

/* Every key is where a program looks for it, and few slots are free. */
static void
assert_placed(struct world *world, const struct lookup_keys *keys)
{
	struct lookup lookup = {0};
	uint32_t slots = 0, found = 0;
	const uint32_t *owners = lookup_place(&lookup, keys, &world->arena, &slots);
	assert_non_null(owners);
	assert_int_equal(lookup.shape, LOOKUP_PLACED);
	assert_int_equal(lookup.slot_count, slots);
	assert_in_range(slots, keys->count, keys->count + keys->count / 4 + 8);
	for (uint32_t i = 0; i < keys->count; i++) {
		assert_int_equal(owners[slot_of(&lookup, hash_of(&lookup, keys, i))], i);
	}
	for (uint32_t i = 0; i < slots; i++) {
		found += owners[i] != PLACEMENT_FREE;
	}
	assert_int_equal(found, keys->count);
}

static void
assert_numbers(struct world *world, uint32_t count)
{
	struct lookup_keys keys = {world->numbers, NULL, count};
	assert_placed(world, &keys);
}

static void
numbers_of_every_kind_are_placed(void **state)
{
	struct world *world = *state;
	static const uint32_t counts[] = {5, 6, 7, 64, 129, 1000, KEYS};
	for (size_t c = 0; c < sizeof(counts) / sizeof(counts[0]); c++) {
		for (unsigned shift = 0; shift <= 52; shift += 4) {
			for (uint32_t i = 0; i < counts[c]; i++) {
				world->numbers[i] = (uint64_t)i << shift;
			}
			assert_numbers(world, counts[c]);
			for (uint32_t i = 0; i < counts[c]; i++) {
				world->numbers[i] = UINT64_MAX - ((uint64_t)i * i << shift % 32);
			}
			assert_numbers(world, counts[c]);
		}
	}
}

/* Multiples of the inverse of a multiplier are what its products make small. */
static void
multiples_of_an_inverse_are_placed(void **state)
{
	struct world *world = *state;
	uint64_t series = 0, multiplier = hash_multiplier(&series), inverse = multiplier;
	for (unsigned i = 0; i < 6; i++) {
		inverse *= 2 - multiplier * inverse;
	}
	assert_int_equal(multiplier * inverse, 1);
	for (uint32_t i = 0; i < 1000; i++) {
		world->numbers[i] = i * inverse;
	}
	assert_numbers(world, 1000);
}

static void
equal_numbers_end_soon(void **state)
{
	struct world *world = *state;
	struct lookup_keys keys = {world->numbers, NULL, KEYS};
	struct lookup lookup = {0};
	uint32_t slots;
	for (uint32_t i = 0; i < KEYS; i++) {
		world->numbers[i] = i / 2;
	}
	assert_null(lookup_place(&lookup, &keys, &world->arena, &slots));
	assert_int_equal(lookup.shape, LOOKUP_ABSENT);
	keys.count = 100;
	assert_false(lookup_place_directly(&lookup, &keys, &world->arena));
}

/* A text for each index, of `form`, which takes the index. */
static struct lookup_keys
spell(struct world *world, const char *form)
{
	for (uint32_t i = 0; i < KEYS; i++) {
		int length = snprintf(world->bytes[i], sizeof(world->bytes[i]), form, i);
		world->texts[i] = (struct str){world->bytes[i], (size_t)length};
	}
	return (struct lookup_keys){NULL, world->texts, KEYS};
}

static void
texts_of_every_length_are_placed(void **state)
{
	struct world *world = *state;
	static const char *const forms[] = {"%u", "%04u", "N%u", "CODE_%04u", "%04u_ERROR",
		"ERR_%04u_OF_SOME_LENGTH", "ERROR_WITH_A_NAME_OF_SOME_LENGTH_%u"};
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		struct lookup_keys keys = spell(world, forms[i]);
		assert_placed(world, &keys);
	}
}

static void
texts_with_one_sample_are_hashed_whole(void **state)
{
	struct world *world = *state;
	struct lookup_keys keys = spell(world, "AAAAAAAA%04uMMMMMMMMMMMMMMMMZZZZZZZZ");
	struct lookup lookup = {0};
	uint32_t slots;
	assert_non_null(lookup_place(&lookup, &keys, &world->arena, &slots));
	assert_true(lookup.is_whole);
	assert_placed(world, &keys);
}

static void
few_numbers_lead_to_bytes(void **state)
{
	struct world *world = *state;
	for (uint32_t count = 5; count <= 60; count++) {
		struct lookup_keys keys = {world->numbers, NULL, count};
		struct lookup lookup = {0};
		for (uint32_t i = 0; i < count; i++) {
			world->numbers[i] = (uint32_t)(0 - i * i * 977);
		}
		assert_true(lookup_place_directly(&lookup, &keys, &world->arena));
		for (uint32_t i = 0; i < count; i++) {
			uint32_t slot = (uint32_t)(world->numbers[i] * lookup.multiplier.natural >>
				lookup.shift);
			const struct lookup_line *line =
				VEC_AT(&lookup.slots, struct lookup_line *, slot / 12);
			assert_int_equal(VEC_AT(&line->numbers, uint32_t, slot % 12), i);
		}
	}
}

static int
set_up(void **state)
{
	static struct world world;
	*state = &world;
	return 0;
}

static int
tear_down(void **state)
{
	arena_free(&((struct world *)*state)->arena);
	return 0;
}

/* What every language computes too, made by a model in another language. */
static void
hashes_of_texts(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		uint64_t hash, whole;
	} cases[] = {
		{"", UINT64_C(0x0D9FF51E509F8C47), UINT64_C(0x0D9FF51E509F8C47)},
		{"a", UINT64_C(0x4F40B4C785D7EFAC), UINT64_C(0x4F40B4C785D7EFAC)},
		{"ab", UINT64_C(0x9116448FC05EA63F), UINT64_C(0x9116448FC05EA63F)},
		{"abc", UINT64_C(0x72E0F2A89A71A3D2), UINT64_C(0x72E0F2A89A71A3D2)},
		{"abcd", UINT64_C(0xB85EAA21FDCBA165), UINT64_C(0xB85EAA21FDCBA165)},
		{"abcdefg", UINT64_C(0xF2C12C7630D99A1E), UINT64_C(0xF2C12C7630D99A1E)},
		{"abcdefgh", UINT64_C(0x063757E7973397B1), UINT64_C(0x063757E7973397B1)},
		{"abcdefghi", UINT64_C(0x88369C9C3EBB922F), UINT64_C(0x41C260415378B0EB)},
		{"abcdefghijklmnop", UINT64_C(0xC8E6D1C35581E685), UINT64_C(0x827295686A3F0541)},
		{"abcdefghijklmnopq", UINT64_C(0x4AE61677FD09E103), UINT64_C(0x764DE5E7A5611A85)},
		{"abcdefghijklmnopqrstuvwxyz", UINT64_C(0xFC422A160363C90E),
			UINT64_C(0xF9F9B9843E849803)},
	};
	const struct hash_multipliers multipliers = {UINT64_C(0x9E3779B97F4A7C15),
		UINT64_C(0xBF58476D1CE4E5B9), UINT64_C(0x94D049BB133111EB),
		UINT64_C(0xD6E8FEB86659FD93)};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct str text = str_from(cases[i].text);
		assert_true(hash_text(text, &multipliers, false) == cases[i].hash);
		assert_true(hash_text(text, &multipliers, true) == cases[i].whole);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hashes_of_texts),
		cmocka_unit_test(numbers_of_every_kind_are_placed),
		cmocka_unit_test(multiples_of_an_inverse_are_placed),
		cmocka_unit_test(equal_numbers_end_soon),
		cmocka_unit_test(texts_of_every_length_are_placed),
		cmocka_unit_test(texts_with_one_sample_are_hashed_whole),
		cmocka_unit_test(few_numbers_lead_to_bytes),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
