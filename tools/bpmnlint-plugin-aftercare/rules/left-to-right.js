'use strict';

const { is, reaches } = require('../lib/model');
const { planes, sequenceEdges, centre } = require('../lib/geometry');

/** Time runs from left to right: only a flow that leads back to an earlier node may point to the left. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Definitions')) {
      return;
    }
    for (const plane of planes(node)) {
      const shapeOf = new Map(plane.shapes.map((shape) => [shape.bpmnElement, shape]));
      for (const edge of sequenceEdges(plane)) {
        const { id, sourceRef, targetRef } = edge.bpmnElement;
        const source = shapeOf.get(sourceRef);
        const target = shapeOf.get(targetRef);
        if (!source || !target) {
          continue;
        }
        const step = centre(target.bounds).x - centre(source.bounds).x;
        // What a boundary event starts may be drawn straight below it.
        const forward = is(sourceRef, 'bpmn:BoundaryEvent') ? step >= 0 : step > 0;
        if (!forward && !reaches(targetRef, sourceRef)) {
          reporter.report(id, 'Flow runs from right to left without being a loop back');
        }
      }
    }
  }
});
