/*
 * The managers' picture on the start page of Cockpit, and a link to it in the navigation. What is drawn is the same as on
 * our page /dashboard, and loaded only when it is shown.
 *
 * The loader reads `default` of every script it could import and a script it could not import
 * stops the app from booting: this file must stay plain, and must not throw.
 */

const base = () => window.location.pathname.split('/camunda/')[0];

let mounted = [];

const picture = node => {
  const place = document.createElement('div');
  place.className = 'aftercare-dashboard-place';
  const title = document.createElement('h3');
  title.textContent = '管理看板';
  place.append(title);
  node.append(place);
  let gone = false;
  let remove = () => place.remove();
  mounted.push(() => {
    gone = true;
    remove();
  });
  import(base() + '/dashboard/dashboard.js')
    .then(module => {
      if (!gone) {
        const unmount = module.mount(place, base());
        remove = () => {
          unmount();
          place.remove();
        };
      }
    })
    .catch(error => {
      console.warn('The dashboard does not load', error);
      const message = document.createElement('p');
      message.textContent = '管理看板无法载入,请刷新页面重试。';
      place.append(message);
    });
};

const unmount = () => {
  mounted.forEach(remove => remove());
  mounted = [];
};

const link = node => {
  const anchor = document.createElement('a');
  anchor.href = base() + '/dashboard';
  anchor.textContent = '看板';
  node.appendChild(anchor);
};

export default [
  { id: 'aftercare-dashboard', pluginPoint: 'cockpit.dashboard', priority: 100, render: picture, unmount },
  { id: 'aftercare-dashboard-link', pluginPoint: 'cockpit.navigation', priority: 210, render: link }
];
