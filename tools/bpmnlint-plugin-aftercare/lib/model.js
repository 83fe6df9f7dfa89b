'use strict';

/** Whether the element is of this BPMN type or a subtype of it. */
function is(element, type) {
  return Boolean(element && element.$instanceOf && element.$instanceOf(type));
}

function isAny(element, types) {
  return types.some((type) => is(element, type));
}

/** Every sequence flow of the definitions, those of sub-processes included. */
function sequenceFlows(definitions) {
  const flows = [];
  const visit = (container) => {
    for (const element of container.flowElements || []) {
      if (is(element, 'bpmn:SequenceFlow')) {
        flows.push(element);
      } else if (element.flowElements) {
        visit(element);
      }
    }
  };
  (definitions.rootElements || []).forEach(visit);
  return flows;
}

/** Whether the token can get from one node to another along sequence flows and boundary events, in one or more steps. */
function reaches(from, to) {
  const seen = new Set();
  const queue = [from];
  while (queue.length) {
    const node = queue.shift();
    if (!node || seen.has(node)) {
      continue;
    }
    seen.add(node);
    if (node === to) {
      return true;
    }
    (node.outgoing || []).forEach((flow) => queue.push(flow.targetRef));
    const siblings = (node.$parent && node.$parent.flowElements) || [];
    siblings.filter((s) => s.attachedToRef === node).forEach((s) => queue.push(s));
  }
  return false;
}

module.exports = { is, isAny, sequenceFlows, reaches };
