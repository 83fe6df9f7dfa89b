'use strict';

const { is, isAny } = require('../lib/model');

const HAN = /\p{Script=Han}/u;

/** People read these models: what has a name on the picture has a Chinese one, and a process always has one. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Process') && node.isExecutable && !node.name) {
      reporter.report(node.id, 'Process needs a Chinese name');
    }
    if (isAny(node, ['bpmn:FlowElement', 'bpmn:Process', 'bpmn:Participant', 'bpmn:Lane']) && node.name) {
      if (!HAN.test(node.name)) {
        reporter.report(node.id, `Name "${node.name}" is not Chinese`, ['name']);
      }
    }
    if (is(node, 'bpmn:TextAnnotation') && node.text && !HAN.test(node.text)) {
      reporter.report(node.id, 'Annotation is not Chinese', ['text']);
    }
  }
});
