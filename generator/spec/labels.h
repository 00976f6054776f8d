/* Labels: the words of a language for what a document leaves unnamed. They are data. */
#ifndef ERRSPEC_SPEC_LABELS_H
#define ERRSPEC_SPEC_LABELS_H

#include "spec/document.h"
#include "spec/load.h"

/*
 * Gives a label to what the document does not call by another: in its language where its words are
 * known, by the whole tag or by what stands before the first dash, else in English.
 */
void labels_complete(struct load *load, struct labels *labels, struct str language);

#endif
