#include "target/fitness.h"

#include "base/buf.h"
#include "spec/module.h"
#include "spec/ranges.h"
#include "errspec.h"

static struct str
type_name(uint8_t type)
{
	return module_types[type - TYPE_INT32];
}

static void
report_type(struct load *load, const struct target *target, const struct module *module)
{
	struct buf types = {0};
	for (uint32_t i = 0; i < target->types.count; i++) {
		buf_add(&types, i == 0 ? STR("") : STR(", "));
		buf_add(&types, type_name(VEC_AT(&target->types, uint8_t, i)));
	}
	DIAG(load->sink, ERRSPEC_CODE_UNSUITABLE, text_span(module->name, module->source),
		type_name(module->type), text_str(target->name), buf_str(&types));
	buf_free(&types);
}

static void
add_range(struct buf *buf, const struct range *range)
{
	char digits[NUMBER_DIGITS];
	buf_add(buf, number_str(range_least(range), digits));
	buf_add(buf, STR(" to "));
	buf_add(buf, number_str(range_most(range), digits));
}

static void
report_number(struct load *load, const struct target *target, const struct module *module,
	const struct number *number)
{
	char digits[NUMBER_DIGITS];
	struct buf ranges = {0};
	struct str shown = number_str(number, digits);
	struct span span = {module->source, number->at, (uint32_t)shown.length};
	for (uint32_t i = 0; i < target->ranges.count; i++) {
		buf_add(&ranges, i == 0 ? STR("") : STR(", "));
		add_range(&ranges, &VEC_AT(&target->ranges, struct range, i));
	}
	struct diag *diag = DIAG(load->sink, ERRSPEC_CODE_UNSUITABLE, span, shown,
		text_str(target->name), buf_str(&ranges));
	diag_help(diag,
		STR("choose another number, or leave the module out of this target with "
		    "'modules'"));
	buf_free(&ranges);
}

static void
check_numbers(struct load *load, const struct target *target, const struct ranges *ranges,
	const struct module *module)
{
	for (uint32_t i = 0; i < module->codes.count; i++) {
		const struct code *code = VEC_AT(&module->codes, struct code *, i);
		if (ranges_find(ranges, &code->number) == NULL) {
			report_number(load, target, module, &code->number);
		}
	}
}

void
fitness_check(struct load *load, const struct target *target, const struct vec *modules)
{
	struct ranges ranges = ranges_sort(load->scratch, &target->ranges);
	for (uint32_t i = 0; i < modules->count; i++) {
		const struct module *module = VEC_AT(modules, struct module *, i);
		if (!target_holds(target, module->type)) {
			report_type(load, target, module);
		} else if (ranges.count > 0 && module->type != TYPE_STRING) {
			check_numbers(load, target, &ranges, module);
		}
	}
}
