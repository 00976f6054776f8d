/* The watch: what an audit looks out for in programs. */
#ifndef ERRSPEC_AUDIT_AUDIT_WATCH_H
#define ERRSPEC_AUDIT_AUDIT_WATCH_H

#include "audit/audit_index.h"
#include "spec/ranges.h"

/* What the constants of a module begin with, as IMAGE_ERR_. */
struct audit_head {
	struct str text;
	const struct module *module;
};

/* How a module spells its numbers for people, as ES0000. */
struct audit_display {
	struct str prefix; /* ES */
	size_t digits; /* at least */
	const struct module *module;
};

/* Made from an index. */
struct audit_watch {
	struct vec heads; /* struct audit_head */
	struct vec displays; /* struct audit_display */
	struct table fading; /* keys of names of codes that are deprecated, retired or reserved */
	struct vec fading_entries; /* struct audit_entry *, what they lead to */
	struct vec spans; /* struct range: those so narrow that a number in them is hardly chance */
	struct vec owners; /* const struct module *: of each of the spans */
	struct ranges ranges; /* the spans */
	uint8_t letters[256]; /* whether something that begins with the byte is watched for */
};

/* Fills a watch, which begins as zero. */
void audit_watch_make(struct audit_watch *watch, const struct audit_index *index);

/* The module whose constants begin like this name, or NULL. */
const struct module *audit_watch_head(const struct audit_watch *watch, struct str name);

/* The code in the fading that the name means, or NULL. */
struct audit_entry *audit_watch_fading(const struct audit_watch *watch, struct str name);

/* The module that spells its numbers like this, or NULL. */
const struct module *audit_watch_display(const struct audit_watch *watch, struct str word);

/* The module in one of whose narrow ranges the number is, or NULL. */
const struct module *
audit_watch_range(const struct audit_watch *watch, const struct number *number);

#endif
