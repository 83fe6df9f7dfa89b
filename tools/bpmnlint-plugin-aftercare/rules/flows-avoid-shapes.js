'use strict';

const { is } = require('../lib/model');
const { planes, sequenceEdges, segments, isFrame, shrink, passesThrough } = require('../lib/geometry');

/** A line runs around the shapes it has nothing to do with. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Definitions')) {
      return;
    }
    for (const plane of planes(node)) {
      for (const edge of sequenceEdges(plane)) {
        const { id, sourceRef, targetRef } = edge.bpmnElement;
        for (const shape of plane.shapes) {
          const element = shape.bpmnElement;
          const own = element === sourceRef || element === targetRef;
          // A line from or to an attached event starts inside its host's outline by half the event.
          const host = element === sourceRef.attachedToRef;
          if (own || host || isFrame(shape)) {
            continue;
          }
          if (segments(edge).some((segment) => passesThrough(segment, shrink(shape.bounds, 1)))) {
            reporter.report(id, `Flow runs through <${element.id}>`);
          }
        }
      }
    }
  }
});
