'use strict';

const { is } = require('../lib/model');
const { planes, sequenceEdges, segments, meeting } = require('../lib/geometry');

/**
 * Lines do not cross, and do not touch unless they belong together: flows with the same source or the same target may
 * share a piece of line next to it.
 */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Definitions')) {
      return;
    }
    for (const plane of planes(node)) {
      const edges = sequenceEdges(plane);
      edges.forEach((edge, i) => {
        for (const other of edges.slice(i + 1)) {
          if (meet(edge, other)) {
            reporter.report(edge.bpmnElement.id, `Flow crosses or touches flow <${other.bpmnElement.id}>`);
          }
        }
      });
    }
  }
});

function meet(edge, other) {
  const one = edge.bpmnElement;
  const two = other.bpmnElement;
  const related =
    one.sourceRef === two.sourceRef ||
    one.targetRef === two.targetRef ||
    one.sourceRef === two.targetRef ||
    one.targetRef === two.sourceRef;
  return segments(edge).some((s) =>
    segments(other).some((t) => {
      const how = meeting(s, t);
      return how === 'cross' || (how === 'touch' && !related);
    })
  );
}
