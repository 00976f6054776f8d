/* Libraries: the folders with targets that go before the built-in ones, in their order. */
#ifndef ERRSPEC_TARGET_LIBRARY_H
#define ERRSPEC_TARGET_LIBRARY_H

#include "base/file.h"
#include "mustache/store.h"
#include "spec/catalogue.h"
#include "spec/load.h"

/* A zeroed one has no folders. */
struct library {
	struct vec
		shelves; /* struct shelf: a folder with targets, the prefix without their names */
};

/*
 * Takes the folder that was typed, which is trusted and may be empty, and then those that the
 * catalogue lists, below its own; `catalogue` may be NULL. False after a report of those that
 * cannot be read.
 */
bool library_fill(struct library *library, struct load *load, struct str typed,
	const struct catalogue *catalogue);

/* Opens a folder of the library to look into it; -1 with errno set. */
int library_open(const struct load *load, const struct shelf *shelf);

#endif
