'use strict';

const { is } = require('./model');

/** The drawn shapes and edges of every plane (page) of the definitions; elements of different planes never meet. */
function planes(definitions) {
  return (definitions.diagrams || []).map((diagram) => {
    const elements = (diagram.plane && diagram.plane.planeElement) || [];
    return {
      shapes: elements.filter((e) => is(e, 'bpmndi:BPMNShape') && e.bounds && e.bpmnElement),
      edges: elements.filter((e) => is(e, 'bpmndi:BPMNEdge') && e.waypoint && e.bpmnElement)
    };
  });
}

function sequenceEdges(plane) {
  return plane.edges.filter((edge) => is(edge.bpmnElement, 'bpmn:SequenceFlow'));
}

/** Frames other shapes are drawn inside of: pools, lanes, groups and opened sub-processes. */
function isFrame(shape) {
  const element = shape.bpmnElement;
  return (
    is(element, 'bpmn:Participant') ||
    is(element, 'bpmn:Lane') ||
    is(element, 'bpmn:Group') ||
    (is(element, 'bpmn:SubProcess') && shape.isExpanded !== false)
  );
}

function centre(bounds) {
  return { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
}

function segments(edge) {
  const points = edge.waypoint;
  return points.slice(1).map((point, i) => ({ a: points[i], b: point }));
}

/** Bounds made smaller by a margin on every side, so that touching is not overlapping. */
function shrink(bounds, by) {
  return {
    x: bounds.x + by,
    y: bounds.y + by,
    width: Math.max(bounds.width - 2 * by, 0),
    height: Math.max(bounds.height - 2 * by, 0)
  };
}

function overlap(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function contains(outer, inner) {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

const EPSILON = 1e-6;

function cross(o, p, q) {
  return (p.x - o.x) * (q.y - o.y) - (p.y - o.y) * (q.x - o.x);
}

function onSegment(point, { a, b }) {
  return (
    Math.abs(cross(a, b, point)) < EPSILON &&
    point.x >= Math.min(a.x, b.x) - EPSILON &&
    point.x <= Math.max(a.x, b.x) + EPSILON &&
    point.y >= Math.min(a.y, b.y) - EPSILON &&
    point.y <= Math.max(a.y, b.y) + EPSILON
  );
}

/** How two segments meet: `cross` in the inside of both, `touch` at an end or along a line, or not at all (`null`). */
function meeting(s, t) {
  const d1 = cross(s.a, s.b, t.a);
  const d2 = cross(s.a, s.b, t.b);
  const d3 = cross(t.a, t.b, s.a);
  const d4 = cross(t.a, t.b, s.b);
  if (d1 * d2 < -EPSILON && d3 * d4 < -EPSILON) {
    return 'cross';
  }
  if (onSegment(t.a, s) || onSegment(t.b, s) || onSegment(s.a, t) || onSegment(s.b, t)) {
    return 'touch';
  }
  return null;
}

function isInside(point, bounds) {
  return (
    point.x > bounds.x &&
    point.x < bounds.x + bounds.width &&
    point.y > bounds.y &&
    point.y < bounds.y + bounds.height
  );
}

/** Whether a segment goes through the inside of the bounds. */
function passesThrough(segment, bounds) {
  if (bounds.width === 0 || bounds.height === 0) {
    return false;
  }
  if (isInside(segment.a, bounds) || isInside(segment.b, bounds)) {
    return true;
  }
  const topLeft = { x: bounds.x, y: bounds.y };
  const topRight = { x: bounds.x + bounds.width, y: bounds.y };
  const bottomLeft = { x: bounds.x, y: bounds.y + bounds.height };
  const bottomRight = { x: bounds.x + bounds.width, y: bounds.y + bounds.height };
  return [
    { a: topLeft, b: bottomRight },
    { a: topRight, b: bottomLeft }
  ].some((diagonal) => meeting(segment, diagonal) !== null);
}

module.exports = {
  planes,
  sequenceEdges,
  isFrame,
  centre,
  segments,
  shrink,
  overlap,
  contains,
  meeting,
  passesThrough
};
