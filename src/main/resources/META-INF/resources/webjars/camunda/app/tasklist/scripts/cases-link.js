/*
 * A link to the pages of the cases in the navigation of Tasklist and Cockpit. Each app takes the plugin of its own
 * plugin point. A script that fails stops the app from booting: this file must stay plain.
 */

const cases = () => window.location.pathname.split('/camunda/')[0] + '/cases';

const render = node => {
  const link = document.createElement('a');
  link.href = cases();
  link.textContent = '案件';
  node.appendChild(link);
};

export default [
  { id: 'aftercare-cases', pluginPoint: 'tasklist.navbar.action', priority: 400, render },
  { id: 'aftercare-cases', pluginPoint: 'cockpit.navigation', priority: 200, render }
];
