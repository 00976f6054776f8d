/* References to files, as RFC 3986 has them. */
#ifndef ERRSPEC_CLI_URI_H
#define ERRSPEC_CLI_URI_H

#include "base/arena.h"
#include "base/str.h"

/*
 * The path as a reference: of the scheme file if it is absolute, else relative; each byte but
 * letters, digits and "-._~/" as %XX. Nothing in it is taken for a scheme or a host.
 */
struct str uri_of(struct arena *arena, struct str path);

#endif
