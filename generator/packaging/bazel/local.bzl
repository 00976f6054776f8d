"""errspec_local(): the program errspec that is installed on this machine, as a toolchain."""

_BUILD = """load("{here}:defs.bzl", "errspec_toolchain")

errspec_toolchain(name = "installed", errspec = "errspec")

toolchain(name = "toolchain", toolchain = ":installed", toolchain_type = "{here}:toolchain_type")
"""

def _local(ctx):
    errspec = ctx.which("errspec")
    if errspec == None:
        fail("errspec is not in PATH")
    ctx.symlink(errspec, "errspec")
    ctx.file("BUILD.bazel", _BUILD.format(here = str(Label("//:defs.bzl")).partition(":")[0]))

errspec_local = repository_rule(_local, local = True, environ = ["PATH"])
