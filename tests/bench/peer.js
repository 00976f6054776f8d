// The same job in JavaScript: js-yaml reads the module, mustache renders a header and a source, and
// what differs from the files in FOLDER is written.
//
//     node peer.js FILE FOLDER

'use strict';
const fs = require('fs');
const path = require('path');
const yaml = require('js-yaml');
const mustache = require('mustache');

const header = `#ifndef {{upper}}_H
#define {{upper}}_H

/* {{title}} */
enum {{module}}_code {
{{#codes}}
  /* {{title}}: {{message}} */
  {{name}} = {{code}},
{{/codes}}
};

const char *{{module}}_name(int code);
const char *{{module}}_message(int code);

#endif
`;

const source = `#include "{{module}}.h"

const char *
{{module}}_name(int code)
{
  switch (code) {
{{#codes}}
  case {{name}}:
    return "{{name}}";
{{/codes}}
  }
  return 0;
}

const char *
{{module}}_message(int code)
{
  switch (code) {
{{#codes}}
  case {{name}}:
    return {{{literal}}};
{{/codes}}
  }
  return 0;
}
`;

function view(module) {
  const codes = Object.entries(module.codes).map(([name, code]) =>
    ({ ...code, name, literal: JSON.stringify(code.message) }));
  return { ...module, upper: module.module.toUpperCase(), codes };
}

function update(file, text) {
  if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) {
    fs.writeFileSync(file, text);
  }
}

const [input, folder] = process.argv.slice(2);
const spec = yaml.load(fs.readFileSync(input, 'utf8'));
const shown = view(spec);
update(path.join(folder, 'peer.h'), mustache.render(header, shown));
update(path.join(folder, 'peer.c'), mustache.render(source, shown));
update(path.join(folder, 'peer.json'), JSON.stringify(spec, null, 2) + '\n');
