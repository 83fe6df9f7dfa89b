'use strict';

const ruleNames = [
  'chinese-names',
  'gateway-question',
  'left-to-right',
  'no-crossing-flows',
  'flows-avoid-shapes',
  'labels-clear'
];

module.exports = {
  configs: {
    recommended: {
      rules: Object.fromEntries(ruleNames.map((name) => [`aftercare/${name}`, 'error']))
    }
  },
  rules: Object.fromEntries(ruleNames.map((name) => [name, `./rules/${name}`]))
};
