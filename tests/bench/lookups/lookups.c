/*
 * Times lookups one after the other, each of which waits for the result of the one before, so that
 * what is measured is the time to an answer. Reads the entries of a set, a code and a name a line,
 * and prints the least nanoseconds of each design: for what is there and for what is not.
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef const char *find_code(int32_t code);
typedef bool find_name(const char *name, size_t length, int32_t *code);

struct design {
	const char *label;
	find_code *by_code; /* or NULL */
	find_name *by_name; /* or NULL */
	int takes; /* 0: codes, 1: places in ascending order */
	double hit;
	double miss;
};

#include "designs.h"

enum { LINE = 4096, LIKELY = 1 << 16, MANY = 1 << 20 };

struct entry {
	int32_t code;
	char *name;
	char *other; /* a name that is not there */
	size_t length;
};

struct query {
	int32_t code;
	uint32_t length;
	const char *name;
};

static volatile uintptr_t zero; /* the compiler does not know that it is */
static struct entry *entries;
static size_t entry_count;
static size_t query_count;

static uint32_t
dice(void)
{
	static uint64_t state = 42;

	state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(state >> 33);
}

/* Texts one behind the other. */
struct buffer {
	char *next;
	char *end;
};

static char *
copied(struct buffer *buffer, const char *text, size_t length)
{
	char *copy;

	if ((size_t)(buffer->end - buffer->next) < length + 64) {
		buffer->next = calloc(1, 1 << 24);
		buffer->end = buffer->next == NULL ? NULL : buffer->next + (1 << 24);
	}
	copy = buffer->next;
	if (copy == NULL) {
		abort();
	}
	memcpy(copy, text, length);
	buffer->next += length + 1;
	return copy;
}

static void
read_entries(const char *path)
{
	static char line[LINE];
	struct buffer names = {NULL, NULL};
	struct buffer others = {NULL, NULL};
	FILE *file = fopen(path, "r");
	size_t room = 0;

	while (file != NULL && fgets(line, sizeof(line), file) != NULL) {
		char *name = strchr(line, '\t') + 1;

		if (entry_count == room) {
			room = room * 2 + 256;
			entries = realloc(entries, room * sizeof(*entries));
		}
		entries[entry_count].code = (int32_t)strtol(line, NULL, 10);
		entries[entry_count].length = strcspn(name, "\n");
		entries[entry_count].name = copied(&names, name, entries[entry_count].length);
		name[entries[entry_count].length / 2] ^= 0x20;
		entries[entry_count].other = copied(&others, name, entries[entry_count].length);
		entry_count++;
	}
	if (entry_count == 0) {
		exit(2);
	}
	fclose(file);
}

static int
is_known(int32_t code)
{
	size_t low = 0;
	size_t high = entry_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (entries[middle].code < code) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low < entry_count && entries[low].code == code;
}

/* A code that is not there: half of them near one that is. */
static int32_t
strange(void)
{
	for (;;) {
		int32_t code = (int32_t)dice();

		if (dice() % 2 == 0) {
			code = (int32_t)((uint32_t)entries[dice() % entry_count].code + dice() % 41 - 20);
		}
		if (!is_known(code)) {
			return code;
		}
	}
}

/*
 * Queries in random order. A name that is asked for is in the cache, as one is that a program has just read: the names of
 * few entries are there anyway, those of many are laid out in the order of the queries.
 */
static struct query *
make_queries(int takes, int is_hit)
{
	struct query *queries = malloc(query_count * sizeof(*queries));
	struct buffer buffer = {NULL, NULL};
	size_t i;

	for (i = 0; i < query_count; i++) {
		size_t at = dice() % entry_count;

		queries[i].code = takes ? (int32_t)at : is_hit ? entries[at].code : strange();
		queries[i].name = is_hit ? entries[at].name : entries[at].other;
		if (query_count == MANY) {
			queries[i].name = copied(&buffer, queries[i].name, entries[at].length);
		}
		queries[i].length = (uint32_t)entries[at].length;
	}
	return queries;
}

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static double
time_codes(find_code *find, const struct query *queries)
{
	uintptr_t none = zero;
	uintptr_t last = 0;
	double start = now();
	size_t i;

	for (i = 0; i < query_count; i++) {
		last = (uintptr_t)find((int32_t)((uint32_t)queries[i].code + (uint32_t)(last & none)));
	}
	zero = last & none;
	return (now() - start) / (double)query_count;
}

static double
time_names(find_name *find, const struct query *queries)
{
	uint32_t none = (uint32_t)zero;
	int32_t last = 0;
	double start = now();
	size_t i;

	for (i = 0; i < query_count; i++) {
		find(queries[i].name + ((uint32_t)last & none), queries[i].length, &last);
	}
	zero = (uint32_t)last & none;
	return (now() - start) / (double)query_count;
}

static void
note(double *least, double time)
{
	*least = *least == 0 || time < *least ? time : *least;
}

int
main(int count, char **words)
{
	struct query *queries[2][2];
	int rounds = count > 2 ? atoi(words[2]) : 1;
	struct design *design;
	int i;

	if (count < 2) {
		return 2;
	}
	read_entries(words[1]);
	query_count = entry_count > 10000 ? MANY : LIKELY;
	for (i = 0; i < 4; i++) {
		queries[i / 2][i % 2] = make_queries(i / 2, i % 2);
	}
	for (i = 0; i < rounds; i++) {
		for (design = designs; design->label != NULL; design++) {
			if (design->by_code != NULL) {
				note(&design->hit, time_codes(design->by_code, queries[design->takes][1]));
				note(&design->miss, time_codes(design->by_code, queries[design->takes][0]));
			} else {
				note(&design->hit, time_names(design->by_name, queries[0][1]));
				note(&design->miss, time_names(design->by_name, queries[0][0]));
			}
		}
	}
	for (design = designs; design->label != NULL; design++) {
		printf("%s\t%s\t%.2f\t%.2f\n", design->by_code != NULL ? "code" : "name", design->label, design->hit,
			design->miss);
	}
	return 0;
}
