/* The section of a code: its heading, and the labelled parts under it. */
#ifndef ERRSPEC_ADOPT_MARKDOWN_SECTION_H
#define ERRSPEC_ADOPT_MARKDOWN_SECTION_H

#include "adopt/markdown_head.h"

/* Reads the section into a code, and reports what is damaged in it. */
struct found_code *
markdown_section_read(const struct markdown_reader *reader, const struct markdown_head *head);

#endif
