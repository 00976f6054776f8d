"""errspec_library(): what errspec generates for C, as a library; errspec_toolchain(): the program that makes it."""

load("@rules_cc//cc:defs.bzl", "cc_library")

_TOOLCHAIN = str(Label("//:toolchain_type"))

def _toolchain(ctx):
    return [platform_common.ToolchainInfo(errspec = ctx.executable.errspec)]

errspec_toolchain = rule(
    _toolchain,
    doc = "A program errspec, for toolchain() with the toolchain_type of this package.",
    attrs = {"errspec": attr.label(executable = True, cfg = "exec", allow_files = True, mandatory = True)},
)

def _codes(ctx):
    outs = []
    for module in ctx.attr.modules:
        for suffix in (".c", ".h"):
            outs.append(ctx.actions.declare_file("%s/%s/%s%s" % (ctx.label.name, ctx.attr.target, module, suffix)))
    errspec = ctx.toolchains[_TOOLCHAIN].errspec
    arguments = ctx.actions.args()
    arguments.add("generate")
    arguments.add("--follow-links") # what a sandbox is made of
    arguments.add(ctx.file.spec)
    arguments.add("--target=" + ctx.attr.target)
    arguments.add("--out=%s/%s/%s" % (ctx.bin_dir.path, ctx.label.package, ctx.label.name))
    ctx.actions.run(
        executable = errspec,
        arguments = [arguments],
        inputs = [ctx.file.spec] + ctx.files.srcs,
        outputs = outs,
        mnemonic = "Errspec",
        progress_message = "errspec: %s" % ctx.label,
    )
    headers = [out for out in outs if out.extension == "h"]
    sources = [out for out in outs if out.extension == "c"]
    return [DefaultInfo(files = depset(outs)), OutputGroupInfo(headers = depset(headers), sources = depset(sources))]

_errspec_codes = rule(
    _codes,
    attrs = {
        "spec": attr.label(allow_single_file = [".yaml", ".yml"], mandatory = True),
        "srcs": attr.label_list(allow_files = True),
        "modules": attr.string_list(mandatory = True),
        "target": attr.string(default = "c"),
    },
    toolchains = [_TOOLCHAIN],
)

def errspec_library(name, spec, modules, srcs = [], target = "c", **kwargs):
    """A cc_library of what errspec generates for the modules.

    Args:
      name: of the library; its headers are included by their plain names.
      spec: the catalogue or the module.
      modules: the names of the files, as storage for storage.c and storage.h.
      srcs: whatever else is read: modules, translations, templates.
      target: of errspec, such as c or c_api.
      **kwargs: for cc_library.
    """
    _errspec_codes(name = name + "_codes", spec = spec, srcs = srcs, modules = modules, target = target)
    for group in ("headers", "sources"):
        native.filegroup(name = "%s_%s" % (name, group), srcs = [":%s_codes" % name], output_group = group)
    cc_library(
        name = name,
        srcs = [":%s_sources" % name],
        hdrs = [":%s_headers" % name],
        includes = ["%s_codes/%s" % (name, target)],
        **kwargs
    )
