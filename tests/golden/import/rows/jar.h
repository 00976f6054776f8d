enum jar_error { JAR_OK, JAR_LOST, JAR_FULL };
