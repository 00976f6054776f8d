/* Addresses: where links lead, as browsers find it out. */
#ifndef ERRSPEC_DATA_ADDRESS_H
#define ERRSPEC_DATA_ADDRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum { ADDRESS_SCHEME_MOST = 32 };

struct address {
	char scheme[ADDRESS_SCHEME_MOST]; /* in small letters, as much of it as there is room for */
	uint8_t length; /* of the scheme; 0: there is none */
	bool is_unclear; /* a reference that is not known stands before the colon */
	size_t start; /* where it begins, behind what is no part of it */
	size_t end; /* where the colon ends; 0: the address is relative */
};

/* How an address is written. */
enum address_writing {
	ADDRESS_PLAIN, /* its references to characters are not decoded yet */
	ADDRESS_RAW /* as it stands in markdown: escaped, quoted, in brackets, over several lines */
};

/* Reads the scheme at the start of `text`, which may go on behind the address. */
struct address address_read(struct str text, enum address_writing writing);

/* The character that a reference, as &colon; or &#58;, stands for; '?' if it is none of ASCII. */
char address_character(struct str reference);

/* The scheme, or what stands for one that is unclear. */
struct str address_scheme(const struct address *address);

/*
 * Whether a link may lead there: http, https, mailto or relative. What begins with two slashes, or
 * with two backslashes, is relative: it keeps the scheme of the page.
 */
bool address_is_welcome(const struct address *address);

/* Whether it runs what is written in it, in some reader. */
bool address_is_dangerous(const struct address *address);

#endif
