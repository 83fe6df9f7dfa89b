/*
 * Chinese for what the header of the webapps spells out in its code: the names of the other apps.
 * Loaded by all four apps.
 *
 * The loader reads `default` of every script it could import and a script it could not import
 * stops the app from booting: this file must stay plain, and must not throw.
 */

const APPS = { Admin: '系统管理', Cockpit: '监控中心', Tasklist: '任务中心', Welcome: '首页' };

// The menu of the header, and the links of the start page.
const LINKS = '.app-switch .dropdown-menu a, [cam-widget-header] .app-switch a, .app-link, .webapps a';

const translateNames = () => {
  for (const link of document.querySelectorAll(LINKS)) {
    const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const name = APPS[node.data.trim()];
      if (name) {
        node.data = node.data.replace(node.data.trim(), name);
      }
    }
  }
};

try {
  let planned = false;
  const observer = new MutationObserver(() => {
    if (!planned) {
      planned = true;
      requestAnimationFrame(() => {
        planned = false;
        translateNames();
        observer.takeRecords();
      });
    }
  });
  observer.observe(document.documentElement, { childList: true, subtree: true, characterData: true });
} catch (error) {
  console.warn('Names of the apps stay English', error);
}
