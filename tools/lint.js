'use strict';

/*
 * Lints every BPMN model: node tools/lint.js [folder], default processes.
 * Any finding, warnings included, and no model at all end with exit code 1.
 */

const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { root, modelFiles } = require('./models');

let files;
try {
  files = modelFiles(process.argv[2] || 'processes', '.bpmn');
} catch (e) {
  console.error(`lint: ${e.message}`);
  process.exit(1);
}

const bpmnlint = path.join(path.dirname(require.resolve('bpmnlint/package.json')), 'bin', 'bpmnlint.js');
const result = spawnSync(process.execPath, [bpmnlint, '--max-warnings=0', ...files], { cwd: root, stdio: 'inherit' });
if (result.status === 0) {
  console.log(`lint: ${files.length} models, no findings`);
}
process.exit(result.status ?? 1);
