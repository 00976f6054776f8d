#include "mustache/scribe.h"

/* Shows the block that a parent was given in the place of the one that the template has. */
static void
write_override(struct scribe *scribe, const struct node *node, const struct node *block,
	const struct overrides *overrides)
{
	struct scribe outside = *scribe;
	struct str indent = scribe_indent(scribe, node->blanks);
	if (!block->is_line && node->is_line && block->children != NULL) {
		scribe->margin = (struct margin){.add = indent};
		scribe_line(scribe);
	}
	scribe->margin = (struct margin){.add = indent, .strip = block->blanks.length};
	scribe->is_mid_line = block->is_line && !node->is_line;
	scribe->template = overrides->template;
	scribe->overrides = overrides->outside;
	scribe_nodes(scribe, block->children);
	scribe->margin = outside.margin;
	scribe->is_mid_line = false;
	scribe->template = outside.template;
	scribe->overrides = outside.overrides;
}

void
scribe_block(struct scribe *scribe, const struct node *node)
{
	const struct overrides *overrides = scribe->overrides;
	const struct node *block = overrides_find(&overrides, node->name);
	if (block != NULL) {
		write_override(scribe, node, block, overrides);
	} else {
		scribe_nodes(scribe, node->children);
	}
}
