/* Runs a program to which the system call openat2 is denied; exits with 77 where nothing can be. */
#include <errno.h>
#include <unistd.h>

#include "unit/deny.h"

int
main(int count, char **words)
{
	if (count < 2 || !deny(SYS_openat2, 0, 0, ENOSYS)) {
		return 77;
	}
	execv(words[1], words + 1);
	return 77;
}
