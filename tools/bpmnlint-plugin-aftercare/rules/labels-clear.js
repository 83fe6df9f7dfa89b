'use strict';

const { is } = require('../lib/model');
const { planes, isFrame, shrink, overlap, contains } = require('../lib/geometry');

/** Labels drawn outside their shape stay clear of shapes and of each other, as far as their bounds say. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Definitions')) {
      return;
    }
    for (const plane of planes(node)) {
      const labels = [...plane.shapes, ...plane.edges]
        .filter((owner) => owner.label && owner.label.bounds && owner.bpmnElement.name && !isFrame(owner))
        .map((owner) => ({ element: owner.bpmnElement, bounds: shrink(owner.label.bounds, 2) }));

      labels.forEach((label, i) => {
        for (const shape of plane.shapes) {
          if (isFrame(shape) && contains(shape.bounds, label.bounds)) {
            continue;
          }
          if (overlap(shape.bounds, label.bounds)) {
            reporter.report(label.element.id, `Label overlaps <${shape.bpmnElement.id}>`);
          }
        }
        for (const other of labels.slice(i + 1)) {
          if (overlap(other.bounds, label.bounds)) {
            reporter.report(label.element.id, `Label overlaps the label of <${other.element.id}>`);
          }
        }
      });
    }
  }
});
