// What `errspec render TEMPLATE --data DATA` prints, in JavaScript: js-yaml reads the data, mustache renders.
//
//     node peer.js DATA TEMPLATE

'use strict';
const fs = require('fs');
const yaml = require('js-yaml');
const mustache = require('mustache');

const [data, template] = process.argv.slice(2).map((file) => fs.readFileSync(file, 'utf8'));
process.stdout.write(mustache.render(template, yaml.load(data)));
