/* The section of a code: its heading, and the labelled parts under it. */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_SECTION_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_SECTION_H

#include "read/markdown/markdown_head.h"

/* Reads the section into a code, and reports what is damaged in it. */
struct found_code *
markdown_section_read(const struct markdown_reader *reader, const struct markdown_head *head);

#endif
