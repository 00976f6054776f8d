#ifndef REPORT_H
#define REPORT_H

/* Prints a line: the space of the code, the code and its message. */
void report(const char *space, long code, const char *message);

#endif
