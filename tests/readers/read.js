// As read.py, for the readers that npm has.
const name = process.argv[2];
const library = require(name);
const load = name === 'js-yaml' ? library.load : (text) => library.parse(text, { logLevel: 'error' });

function plain(value) {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return { text: value };
  if (Number.isInteger(value)) return { integer: String(value === 0 ? 0 : value) };
  if (Array.isArray(value)) return { list: value.map(plain) };
  if (typeof value !== 'object' || value instanceof Date) return { [typeof value]: String(value) };
  const pairs = Object.entries(value).map(([key, item]) => [JSON.stringify(plain(key)), plain(item)]);
  return { map: pairs.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)) };
}

function say(text) {
  try {
    return { value: plain(load(text)) };
  } catch (error) {
    return { error: `${error.name}: ${error.message}` };
  }
}

const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(texts.map(say)));
