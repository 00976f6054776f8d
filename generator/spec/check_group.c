#include "spec/check.h"

#include "spec/group.h"
#include "errspec.h"

void
check_groups(struct load *load, const struct module *module)
{
	for (uint32_t i = 0; i < module->codes.count; i++) {
		const struct code_rare *rare = VEC_AT(&module->codes, struct code *, i)->rare;
		if (rare != NULL && rare->group.length > 0 && rare->section == NULL) {
			group_report(load->sink, module, rare->group, module->source);
		}
	}
	for (uint32_t i = 0; i < module->groups.count; i++) {
		const struct group *group = VEC_AT(&module->groups, struct group *, i);
		if (group->codes.count == 0 && group->name.length > 0) {
			DIAG(load->sink, ERRSPEC_EMPTY_GROUP,
				text_span(group->name, module->source), text_str(group->name));
		}
	}
}
