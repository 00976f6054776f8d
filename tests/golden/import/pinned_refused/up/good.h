enum jar_error { JAR_OK, JAR_FULL };
