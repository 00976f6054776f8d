#include "embed/embedded.h"

struct str
embedded_find(struct str path)
{
	size_t low = 0, high = embedded_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_compare(embedded_files[middle].path, path);
		if (order == 0) {
			return embedded_files[middle].bytes;
		}
		if (order < 0) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return (struct str){0};
}

struct prepared
embedded_prepared(struct str bytes)
{
	const struct embedded_events *file = embedded_events;
	while (file->bytes != NULL && file->bytes != bytes.data) {
		file++;
	}
	return file->prepared;
}
