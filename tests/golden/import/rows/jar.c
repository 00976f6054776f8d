#include "jar.h"
static const struct { int code; const char *brief; const char *text; } rows[] = {
	{JAR_OK, "ok", "All is well"},
	{JAR_LOST, "lost", "The jar is lost"},
	{JAR_FULL, "full", "The jar is full"},
};
const char *jar_strerror(int e) { for (int i = 0; i < 3; i++) if (rows[i].code == e) return rows[i].text; return "?"; }
