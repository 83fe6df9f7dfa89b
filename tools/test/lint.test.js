'use strict';

const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { spawnSync } = require('node:child_process');
const Linter = require('bpmnlint/lib/linter');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
const { BpmnModdle } = require('bpmn-moddle');
const { root } = require('../models');

const config = JSON.parse(fs.readFileSync(path.join(root, '.bpmnlintrc'), 'utf8'));

const SIZES = { startEvent: [36, 36], endEvent: [36, 36], boundaryEvent: [36, 36], exclusiveGateway: [50, 50] };

/**
 * A model of nodes `[type, id, name, x, y]` and flows `[id, from, to, waypoints, name?]`; `labels` gives label bounds by
 * element id.
 */
function model(nodes, flows, labels = {}) {
  const label = (id) => {
    const b = labels[id];
    return b
      ? `<bpmndi:BPMNLabel><dc:Bounds x="${b[0]}" y="${b[1]}" width="${b[2]}" height="${b[3]}"/></bpmndi:BPMNLabel>`
      : '';
  };
  const refs = (id) =>
    flows
      .filter((f) => f[2] === id)
      .map((f) => `<incoming>${f[0]}</incoming>`)
      .concat(flows.filter((f) => f[1] === id).map((f) => `<outgoing>${f[0]}</outgoing>`))
      .join('');
  const semantic = nodes.map(([type, id, name]) => `<${type} id="${id}"${name ? ` name="${name}"` : ''}>${refs(id)}</${type}>`);
  const lines = flows.map(
    ([id, from, to, , name]) =>
      `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"${name ? ` name="${name}"` : ''}/>`
  );
  const shapes = nodes.map(([type, id, , x, y]) => {
    const [w, h] = SIZES[type] || [100, 80];
    return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${w}" height="${h}"/>${label(id)}</bpmndi:BPMNShape>`;
  });
  const edges = flows.map(
    ([id, , , points]) =>
      `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points
        .map(([x, y]) => `<di:waypoint x="${x}" y="${y}"/>`)
        .join('')}${label(id)}</bpmndi:BPMNEdge>`
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="d" targetNamespace="test">
<process id="p" name="试验" isExecutable="true">${semantic.join('')}${lines.join('')}</process>
<bpmndi:BPMNDiagram id="dia"><bpmndi:BPMNPlane id="pl" bpmnElement="p">${shapes.join('')}${edges.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</definitions>`;
}

async function findings(xml) {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
  assert.deepEqual(warnings, []);
  const result = await new Linter({ config, resolver: new NodeResolver() }).lint(rootElement);
  return Object.entries(result)
    .flatMap(([rule, reports]) => reports.map((r) => `${rule} ${r.id} ${r.category}`))
    .sort();
}

// start → survey → repairable? → (yes) repair → end, (no) back to survey
const nodes = () => [
  ['startEvent', 'Start', '已报修', 20, 102],
  ['userTask', 'Survey', '现场查勘', 200, 80],
  ['exclusiveGateway', 'Gateway', '可以维修?', 360, 95],
  ['userTask', 'Repair', '实施维修', 480, 80],
  ['endEvent', 'End', '已修复', 640, 102],
  ['exclusiveGateway', 'Join', '', 100, 95]
];
const flows = () => [
  ['F0', 'Start', 'Join', [[56, 120], [100, 120]]],
  ['F1', 'Join', 'Survey', [[150, 120], [200, 120]]],
  ['F2', 'Survey', 'Gateway', [[300, 120], [360, 120]]],
  ['Yes', 'Gateway', 'Repair', [[410, 120], [480, 120]], '可以'],
  ['No', 'Gateway', 'Join', [[385, 145], [385, 220], [125, 220], [125, 145]], '重新查勘'],
  ['F3', 'Repair', 'End', [[580, 120], [640, 120]]]
];

test('a well-drawn model has no findings', async () => {
  assert.deepEqual(await findings(model(nodes(), flows())), []);
});

test('names are Chinese', async () => {
  const n = nodes();
  n[1][2] = 'Survey the site';
  assert.ok((await findings(model(n, flows()))).includes('aftercare/chinese-names Survey error'));
});

test('gateways are questions and their flows answers', async () => {
  const n = nodes();
  n[2][2] = '判断';
  const f = flows();
  f[3].pop();
  const found = await findings(model(n, f));
  assert.ok(found.includes('aftercare/gateway-question Gateway error'));
  assert.ok(found.includes('aftercare/gateway-question Yes error'));
  assert.ok(!found.includes('aftercare/gateway-question No error'));
});

test('a flow to the left is found, a loop back is not', async () => {
  const n = nodes();
  n[4][3] = 30;
  n[4][4] = 300;
  const f = flows();
  f[5][3] = [[530, 160], [530, 318], [66, 318]];
  const found = await findings(model(n, f));
  assert.deepEqual(found.filter((x) => x.startsWith('aftercare/left-to-right')), [
    'aftercare/left-to-right F3 error'
  ]);
});

test('crossing flows and flows through shapes are found', async () => {
  const n = nodes();
  const f = flows();
  f[4][3] = [[385, 145], [385, 220], [610, 220], [610, 40], [125, 40], [125, 95]];
  assert.deepEqual(
    (await findings(model(n, f))).filter((x) => x.startsWith('aftercare/no-crossing')),
    ['aftercare/no-crossing-flows No error']
  );
  f[4][3] = [[385, 145], [385, 220], [530, 220], [530, 40], [125, 40], [125, 95]];
  assert.ok((await findings(model(n, f))).includes('aftercare/flows-avoid-shapes No error'));
});

test('labels on shapes and on each other are found', async () => {
  const labels = { Start: [190, 100, 60, 14], Gateway: [355, 70, 60, 14], Yes: [400, 75, 30, 14] };
  const found = await findings(model(nodes(), flows(), labels));
  assert.deepEqual(found.filter((x) => x.startsWith('aftercare/labels-clear')), [
    'aftercare/labels-clear Gateway error',
    'aftercare/labels-clear Start error'
  ]);
});

test('overlapping shapes are found', async () => {
  const n = nodes();
  n[3][3] = 380;
  assert.ok((await findings(model(n, flows()))).includes('no-overlapping-elements Repair error'));
});

test('no recommended rule is a mere warning', async () => {
  const levels = await new Linter({ config, resolver: new NodeResolver() }).resolveConfiguredRules(config);
  const soft = Object.entries(levels).filter(([, level]) => level !== 'error');
  // Where a clock rests, only a boundary event leads on; the model guard's reachability rule knows these states.
  assert.deepEqual(soft, [['no-implicit-end', 'off']]);
});

test('a folder without models fails clearly', () => {
  const run = spawnSync(process.execPath, ['tools/lint.js', 'tools/test/nothing'], { cwd: root, encoding: 'utf8' });
  assert.equal(run.status, 1);
  assert.match(run.stderr, /no \.bpmn files in tools\/test\/nothing\//);
});
