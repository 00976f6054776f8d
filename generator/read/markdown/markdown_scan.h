/*
 * Scanning: a markdown document is read into its lines. One pass, as CommonMark and GitHub's tables
 * have it; what is damaged is read as it was meant.
 */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_SCAN_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_SCAN_H

#include "read/markdown/markdown_line.h"

/* Reads a text of less than 4 GiB into lines; nothing in it is refused. */
void markdown_scan_lines(struct markdown_lines *lines, struct arena *arena,
	const struct vocabulary *vocabulary, struct str text);

#endif
