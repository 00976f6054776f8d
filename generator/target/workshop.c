#include "target/workshop.h"

bool
workshop_open(struct workshop *workshop, struct load *load, struct catalogue *catalogue,
	struct str templates)
{
	*workshop = (struct workshop){.load = load,
		.catalogue = catalogue,
		.store = {.arena = load->arena, .sink = load->sink, .limits = load->limits}};
	return library_fill(&workshop->library, load, templates, catalogue);
}
