'use strict';

const { isAny } = require('../lib/model');

/** A gateway that decides asks a question, and every way out of it is an answer. */
module.exports = () => ({
  check(node, reporter) {
    if (!isAny(node, ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'])) {
      return;
    }
    const outgoing = node.outgoing || [];
    if (outgoing.length < 2) {
      return;
    }
    if (!/[??]$/.test((node.name || '').trim())) {
      reporter.report(node.id, 'A deciding gateway asks a question: its name must end with ?', ['name']);
    }
    for (const flow of outgoing) {
      if (!(flow.name || '').trim()) {
        reporter.report(flow.id, 'A flow out of a deciding gateway must be named: it is the answer', ['name']);
      }
    }
  }
});
