/* Proofs: that the template of a pinned document gives the document back, shown by rendering it. */
#ifndef ERRSPEC_PIN_PROOF_H
#define ERRSPEC_PIN_PROOF_H

#include "mustache/escape.h"
#include "mustache/store.h"
#include "spec/document.h"
#include "spec/load.h"

struct proof {
	struct load *load;
	struct store *store;
	const struct escape_set *places; /* of the target that pins documents */
};

/*
 * Renders a template over the document of the catalogue and compares it with `source`, the file
 * that it was made of; `path` is what the template is called in reports. False after a report of
 * the first byte that differs, or of what is wrong with the template.
 */
bool proof_holds(const struct proof *proof, struct str path, struct str template,
	const struct document *document, uint32_t source);

#endif
