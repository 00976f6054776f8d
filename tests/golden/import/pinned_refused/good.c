static const char *const jar_errors[] = {[JAR_OK] = "All is well", [JAR_FULL] = "The jar is full"};
