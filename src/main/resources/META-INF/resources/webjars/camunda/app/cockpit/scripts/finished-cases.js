/*
 * A tab 已结束 on the page of a process definition, which the community edition shows running instances of only: what has
 * ended, the newest first, with the link to its whole history. The engine hands out what the person may see.
 *
 * The loader reads `default` of every script it could import and a script it could not import
 * stops the app from booting: this file must stay plain, and must not throw.
 */

const SIZE = 25;
const STATES = { COMPLETED: '已完成', EXTERNALLY_TERMINATED: '已终止', INTERNALLY_TERMINATED: '已终止' };
const PAGES = [
  [/^BX-/, '/cases/'],
  [/^HF-/, '/revisits/'],
  [/^(CC|CCPC|ZGBS)-/, '/inspections/'],
  [/^ZL-/, '/quality/'],
  [/^PX-/, '/training/'],
  [/^ZX-/, '/consultations/'],
  [/^JF-/, '/handovers/'],
  [/^MYDC-/, '/year-surveys/']
];

const base = () => window.location.pathname.split('/camunda/')[0];

const element = (tag, text, ...children) => {
  const created = document.createElement(tag);
  if (text) {
    created.textContent = text;
  }
  created.append(...children);
  return created;
};

const time = value => (value ? value.slice(0, 16).replace('T', ' ') : '—');

const length = millis => {
  const minutes = Math.floor(millis / 60000);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days > 0) {
    return `${days}天${hours > 0 ? hours + '小时' : ''}`;
  }
  return hours > 0 ? `${hours}小时${rest > 0 ? rest + '分' : ''}` : minutes > 0 ? `${rest}分钟` : '不到1分钟';
};

const history = key => {
  const page = PAGES.find(([pattern]) => pattern.test(key || ''));
  if (!page) {
    return element('span', key || '—');
  }
  const link = element('a', key);
  link.href = base() + page[1] + encodeURIComponent(key) + '/history';
  return link;
};

const row = instance =>
  element(
    'tr',
    '',
    element('td', '', history(instance.businessKey)),
    element('td', time(instance.startTime)),
    element('td', time(instance.endTime)),
    element('td', length(instance.durationInMillis || 0)),
    element('td', STATES[instance.state] || instance.state)
  );

const table = instances => {
  const shown = element(
    'table',
    '',
    element('thead', '', element('tr', '', ...['编号(办理经过)', '开始', '结束', '历时', '状态'].map(head => element('th', head)))),
    element('tbody', '', ...instances.map(row))
  );
  shown.className = 'cam-table';
  return shown;
};

const button = (text, enabled, action) => {
  const created = element('button', text);
  created.type = 'button';
  created.className = 'btn btn-default';
  created.disabled = !enabled;
  created.addEventListener('click', action);
  return created;
};

const show = async (place, api, definition, page) => {
  const which = 'finished=true&processDefinitionId=' + encodeURIComponent(definition);
  const rows = `${api.engineApi}/history/process-instance?${which}&sortBy=endTime&sortOrder=desc&firstResult=${page * SIZE}&maxResults=${SIZE}`;
  const count = `${api.engineApi}/history/process-instance/count?${which}`;
  try {
    const answers = await Promise.all(
      [rows, count].map(address => fetch(address, { headers: { Accept: 'application/json' }, credentials: 'same-origin' }))
    );
    if (answers.some(answer => !answer.ok)) {
      throw new Error('refused');
    }
    const [instances, { count: total }] = await Promise.all(answers.map(answer => answer.json()));
    const bar = element(
      'p',
      '',
      element('span', `共 ${total} 个 `),
      ...(total > SIZE
        ? [
            button('上一页', page > 0, () => show(place, api, definition, page - 1)),
            element('span', ` 第 ${page + 1} / ${Math.ceil(total / SIZE)} 页 `),
            button('下一页', (page + 1) * SIZE < total, () => show(place, api, definition, page + 1))
          ]
        : [])
    );
    place.replaceChildren(bar, total === 0 ? element('p', '暂无数据') : table(instances));
  } catch (error) {
    console.warn('The finished instances do not load', error);
    place.replaceChildren(element('p', '暂时无法取得已结束的实例,请稍后重试。'));
  }
};

const render = (node, { api, processDefinitionId }) => {
  const place = element('div', '正在读取…');
  place.className = 'aftercare-finished';
  node.append(place);
  show(place, api, processDefinitionId, 0);
};

export default {
  id: 'aftercare-finished',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: 5,
  properties: { label: '已结束' },
  render
};
