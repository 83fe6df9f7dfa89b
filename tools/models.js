'use strict';

const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');

/**
 * The model files below a folder of the project with one of these extensions, as paths relative to the project, sorted.
 * No file at all is an error: a check of nothing must not look like a passed check.
 */
function modelFiles(folder, ...extensions) {
  const base = path.resolve(root, folder);
  const found = fs.existsSync(base)
    ? fs.readdirSync(base, { recursive: true }).filter((file) => extensions.includes(path.extname(file)))
    : [];
  if (found.length === 0) {
    throw new Error(`no ${extensions.join(' or ')} files in ${folder}/`);
  }
  return found.map((file) => path.posix.join(folder, file.split(path.sep).join('/'))).sort();
}

module.exports = { root, modelFiles };
