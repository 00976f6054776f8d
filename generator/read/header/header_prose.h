/* The prose of comments: what it says of a code, without marks and commands. */
#ifndef ERRSPEC_READ_HEADER_HEADER_PROSE_H
#define ERRSPEC_READ_HEADER_HEADER_PROSE_H

#include "read/found.h"
#include "read/header/header_comment.h"

/* What comments say, by enum found_role; .data is NULL where they do not. */
struct header_prose {
	struct str texts[FOUND_ROLES];
};

/*
 * Reads comments: the first paragraph is the message, what follows the description, unless
 * commands such as @brief and @par say otherwise; before @par Message stands the title.
 */
struct header_prose header_prose_read(
	const struct header_file *file, struct arena *arena, struct header_comments comments);

/* The first line of comments that has letters, as a heading; empty if there is none. */
struct str header_prose_title(const struct header_file *file, struct header_comments comments);

/* The comment that says @file, if it is one of the first; none where there is none. */
struct header_comments header_prose_of_file(const struct header_file *file);

#endif
