#include "output/digest.h"

#include <errno.h>
#include <unistd.h>

#include "base/disk.h"

#define START UINT64_C(0xCBF29CE484222325)
#define FACTOR UINT64_C(0x100000001B3)

void
digest_add(struct digest *digest, struct str bytes)
{
	if (!digest->has_begun) {
		struct str head =
			str_head(bytes, bytes.length < DIGEST_HEAD ? bytes.length : DIGEST_HEAD);
		digest->has_begun = true;
		digest->hash = START;
		digest->has_mark = str_search(head, 0, DIGEST_MARK) < head.length;
	}
	if (digest->has_mark) {
		return;
	}
	uint64_t hash = digest->hash;
	for (size_t i = 0; i < bytes.length; i++) {
		hash = (hash ^ (unsigned char)bytes.data[i]) * FACTOR;
	}
	digest->hash = hash;
}

uint64_t
digest_hash(const struct digest *digest)
{
	uint64_t hash = digest->has_begun ? digest->hash : START;
	return digest->has_mark ? 0 : hash == 0 ? 1 : hash;
}

bool
digest_find_mark(int file, bool *is_marked)
{
	char bytes[DIGEST_HEAD];
	struct digest digest = {0};
	size_t done = 0;
	ssize_t got = 1;
	while (got > 0 && done < sizeof(bytes)) {
		got = pread(file, bytes + done, sizeof(bytes) - done, (off_t)done);
		done += got > 0 ? (size_t)got : 0;
		got = got < 0 && errno == EINTR ? 1 : got;
	}
	digest_add(&digest, (struct str){bytes, done});
	*is_marked = digest.has_mark || done == 0;
	return got >= 0;
}

bool
digest_read(struct digest *digest, int file)
{
	char bytes[DIGEST_HEAD];
	ssize_t got = lseek(file, 0, SEEK_SET) == 0 ? 1 : -1;
	*digest = (struct digest){0};
	while (got > 0 && !digest->has_mark) {
		got = disk_read(file, bytes, sizeof(bytes));
		digest_add(digest, (struct str){bytes, got > 0 ? (size_t)got : 0});
	}
	return got >= 0;
}
