/*
 * The managers' picture, for the page /dashboard and for Cockpit alike. The tables are the picture; charts are added when
 * their library loads. What people typed reaches the page as text only.
 */

// The webjar of the pom; DashboardTest asks for it by this address.
const CHARTS = '/webjars/echarts/5.3.1/dist/echarts.esm.min.js';

const COLOURS = ['#1d4f91', '#2f9e77', '#c77c11', '#8a4fa3', '#4f6d7a', '#b3261e', '#6b8e23', '#0f7c8f'];
const STATES = { visited: '#2f9e77', open: '#8fb3de', late: '#b3261e', cancelled: '#c3cad2' };

/** More units than this make a chart unreadable; it then shows their total. */
const MANY = 6;

const h = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
};

/** A rate is never rounded up to what was not reached. */
const percent = (part, whole) => (whole === 0 ? null : Math.floor((part * 1000) / whole) / 10);

/** Shows the picture inside of the node; gives what takes it away again. */
export const mount = (node, base = '', address = false) => {
  let alive = true;
  let latest = 0;
  let charts = [];

  const link = (figure, text = String(figure.count)) =>
    figure.count === 0 ? h('span', { class: 'none' }, text) : h('a', { href: base + figure.href }, text);

  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = base + '/dashboard/dashboard.css';
  const body = h('div', { class: 'body', 'aria-live': 'polite' });
  const root = h('div', { class: 'aftercare-dashboard' }, style, body);
  node.append(root);

  const clear = () => {
    charts.forEach(chart => chart.dispose());
    charts = [];
    body.replaceChildren();
  };

  const say = (text, kind) => h('p', { class: 'say ' + kind, role: kind === 'wrong' ? 'alert' : 'status' }, text);

  const load = async query => {
    const mine = ++latest;
    body.classList.add('loading');
    try {
      const parameters = new URLSearchParams(Object.entries(query).filter(([, value]) => value));
      const answer = await fetch(base + '/api/dashboard?' + parameters, {
        headers: { Accept: 'application/json' },
        credentials: 'same-origin'
      });
      const content = await answer.json().catch(() => null);
      if (!alive || mine !== latest) {
        return;
      }
      if (answer.ok) {
        if (address) {
          history.replaceState(null, '', '?' + parameters);
        }
        show(content);
      } else if (answer.status === 401) {
        refuse('登录已过期,请重新登录。');
      } else {
        const text = (content && (content.detail || content.title)) || '暂时无法取得数据,请稍后重试。';
        // Whoever watches in Cockpit without supervising has done nothing wrong.
        refuse(text, answer.status === 403 ? 'empty' : 'wrong');
      }
    } catch {
      if (alive && mine === latest) {
        refuse('暂时无法取得数据,请检查网络后重试。');
      }
    } finally {
      if (mine === latest) {
        body.classList.remove('loading');
      }
    }
  };

  /** What was asked stays on the screen, to be put right; without a form there is nothing to ask again. */
  const refuse = (text, kind = 'wrong') => {
    const form = body.querySelector('form');
    if (form) {
      body.querySelector('.say')?.remove();
      form.after(say(text, kind));
    } else {
      clear();
      body.append(say(text, kind));
    }
  };

  // the form -----------------------------------------------------------------------------------------------------

  const day = date => {
    const two = number => String(number).padStart(2, '0');
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  };

  /** Counted from the server's today, which may not be this computer's. */
  const presets = today => {
    const [year, month] = today.split('-').map(Number);
    const half = month <= 6 ? 0 : 6;
    const span = (from, to) => ({ from: day(from), to: day(to) });
    return [
      ['近12个月', {}],
      ['本年', span(new Date(year, 0, 1), new Date(year, 11, 31))],
      ['上年', span(new Date(year - 1, 0, 1), new Date(year - 1, 11, 31))],
      ['本半年', span(new Date(year, half, 1), new Date(year, half + 6, 0))],
      ['上个半年', span(new Date(year, half - 6, 1), new Date(year, half, 0))]
    ];
  };

  const filter = picture => {
    const unit =
      picture.choices.length > 1
        ? h(
            'select',
            { name: 'unit' },
            h('option', { value: '' }, '全部单位'),
            picture.choices.map(choice =>
              h('option', { value: choice.code, selected: choice.code === picture.unit }, choice.name)
            )
          )
        : null;
    const from = h('input', { type: 'date', name: 'from', value: picture.from });
    const to = h('input', { type: 'date', name: 'to', value: picture.to });
    const chosen = () => (unit ? unit.value : picture.unit);
    const form = h(
      'form',
      { class: 'choose', role: 'search', 'aria-label': '看板范围' },
      unit && h('label', {}, '管理单位', unit),
      h('label', {}, '期间自', from),
      h('label', {}, '至', to),
      h('button', { type: 'submit' }, '查看'),
      h(
        'span',
        { class: 'presets' },
        presets(picture.asOf.slice(0, 10)).map(([name, span]) => {
          const button = h('button', { type: 'button', class: 'preset' }, name);
          button.addEventListener('click', () => load({ unit: chosen(), ...span }));
          return button;
        })
      )
    );
    unit?.addEventListener('change', () => form.requestSubmit());
    form.addEventListener('submit', event => {
      event.preventDefault();
      load({ unit: chosen(), from: from.value, to: to.value });
    });
    return form;
  };

  // the panels ---------------------------------------------------------------------------------------------------

  const panel = (id, title, scope, rule, empty, table, chart) => {
    const section = h(
      'section',
      { class: 'panel-' + id, 'data-panel': id },
      h('h2', {}, title, ' ', h('small', {}, scope))
    );
    if (empty) {
      section.append(say('暂无数据', 'empty'));
    } else {
      const canvas = chart ? h('div', { class: 'chart', role: 'img', 'aria-label': title + '图,数字见表' }) : null;
      section.append(h('div', { class: canvas ? 'pair' : 'alone' }, h('div', { class: 'scroll' }, table), canvas || ''));
      if (canvas) {
        pending.push([canvas, chart]);
      }
    }
    section.append(h('details', {}, h('summary', {}, '口径'), h('p', {}, rule)));
    return section;
  };

  let pending = [];

  const matrix = (picture, corner, rows, cell) =>
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, h('th', {}, corner), picture.columns.map(c => h('th', { scope: 'col' }, c.name)))),
      h(
        'tbody',
        {},
        rows.map(row =>
          h(
            'tr',
            { 'data-row': row.code || row.name },
            h('th', { scope: 'row' }, row.name),
            row.cells.map((content, index) =>
              h('td', { 'data-unit': picture.columns[index].code || 'total' }, [cell(content)].flat())
            )
          )
        )
      )
    );

  const promise = cell => {
    const rate = percent(cell.met.count, cell.decided.count);
    const notes = [
      ['逾期兑现 ', cell.metLate],
      ['逾期未兑现 ', cell.breached],
      ['未到期 ', cell.running]
    ].filter(([, figure]) => figure.count > 0);
    if (rate === null && notes.length === 0) {
      return h('span', { class: 'none' }, '—');
    }
    return [
      rate === null
        ? null
        : h(
            'span',
            { class: 'rate' },
            link(cell.met),
            ' / ',
            link(cell.decided),
            h('b', { class: rate < 80 ? 'bad' : rate < 100 ? 'fair' : 'good' }, ` ${rate}%`)
          ),
      h(
        'span',
        { class: 'notes' },
        notes.map(([label, figure]) => h('span', {}, label, link(figure)))
      )
    ];
  };

  /** The columns a chart shows, with their place in a row's cells. */
  const series = picture => {
    const all = picture.columns.map((column, index) => ({ ...column, index }));
    const units = all.filter(column => column.code !== '');
    return units.length > MANY ? all.filter(column => column.code === '') : units;
  };

  const axis = rows => ({ type: 'category', inverse: true, data: rows.map(row => row.name), axisTick: { show: false } });
  const frame = { left: 8, right: 24, top: 34, bottom: 8, containLabel: true };
  const legend = { top: 0, left: 0, type: 'scroll', itemWidth: 14, itemHeight: 10 };
  const bars = rows => Math.max(190, 90 + rows.length * 34);

  const promiseChart = picture => ({
    height: Math.max(190, 70 + picture.promises.length * (16 + 11 * series(picture).length)),
    option: {
      color: COLOURS,
      legend,
      grid: frame,
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        valueFormatter: value => (value === undefined || value === null ? '—' : value + '%')
      },
      xAxis: { type: 'value', max: 100, axisLabel: { formatter: '{value}%' } },
      yAxis: axis(picture.promises),
      series: series(picture).map(column => ({
        name: column.name,
        type: 'bar',
        barMaxWidth: 14,
        data: picture.promises.map(row => {
          const cell = row.cells[column.index];
          return { value: percent(cell.met.count, cell.decided.count), href: cell.decided.href };
        })
      }))
    }
  });

  const stacked = (picture, rows, figure) => ({
    height: bars(rows),
    option: {
      color: COLOURS,
      legend,
      grid: frame,
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: axis(rows),
      series: series(picture).map(column => ({
        name: column.name,
        type: 'bar',
        stack: 'all',
        barMaxWidth: 20,
        data: rows.map(row => {
          const shown = figure(row.cells[column.index]);
          return { value: shown.count, href: shown.href };
        })
      }))
    }
  });

  const planChart = picture => {
    const rows = picture.plans.filter(row => row.code !== '' || picture.plans.length > MANY);
    const kinds = [
      ['visited', '已回访'],
      ['open', '待回访'],
      ['late', '逾期未访'],
      ['cancelled', '已取消']
    ];
    return {
      height: bars(rows),
      option: {
        legend,
        grid: frame,
        tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
        xAxis: { type: 'value', minInterval: 1 },
        yAxis: axis(rows),
        series: kinds.map(([kind, name]) => ({
          name,
          type: 'bar',
          stack: 'all',
          barMaxWidth: 20,
          itemStyle: { color: STATES[kind] },
          data: rows.map(row => ({ value: row[kind].count, href: row[kind].href }))
        }))
      }
    };
  };

  const quarterChart = picture => ({
    height: 240,
    option: {
      color: COLOURS,
      legend,
      grid: frame,
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: picture.quarters.map(row => row.name.replace('年第', '\n第')) },
      yAxis: { type: 'value', max: 100, min: value => Math.max(0, Math.floor((value.min - 5) / 10) * 10) },
      series: series(picture).map(column => ({
        name: column.name,
        type: 'line',
        connectNulls: true,
        symbolSize: 8,
        data: picture.quarters.map(row => {
          const cell = row.cells[column.index];
          return { value: cell.average === null ? null : Number(cell.average), href: cell.surveys.href };
        })
      }))
    }
  });

  const plans = picture => {
    const kinds = [
      ['lines', '列入'],
      ['visited', '已回访'],
      ['late', '逾期未访'],
      ['open', '待回访'],
      ['cancelled', '已取消'],
      ['postponed', '其中改期'],
      ['unplanned', '到期未列入']
    ];
    return h(
      'table',
      {},
      h('thead', {}, h('tr', {}, h('th', {}, '计划单位'), kinds.map(([, name]) => h('th', { scope: 'col' }, name)))),
      h(
        'tbody',
        {},
        picture.plans.map(row =>
          h(
            'tr',
            { 'data-row': row.code || 'total' },
            h('th', { scope: 'row' }, row.name),
            kinds.map(([kind]) => h('td', { 'data-kind': kind, class: bad(kind, row[kind]) }, link(row[kind])))
          )
        )
      )
    );
  };

  const bad = (kind, figure) => ((kind === 'late' || kind === 'unplanned') && figure.count > 0 ? 'bad' : null);

  const factors = picture =>
    h(
      'table',
      { class: 'factors' },
      h('thead', {}, h('tr', {}, h('th', {}, '最薄弱的项目'), h('th', {}, '平均得分'), h('th', {}, '答卷'))),
      h(
        'tbody',
        {},
        picture.factors.map(row =>
          h(
            'tr',
            { 'data-row': row.code },
            h('th', { scope: 'row' }, row.name),
            h('td', {}, h('meter', { min: 0, max: 100, low: 60, high: 80, optimum: 100, value: row.average }), ' ', row.average),
            h('td', {}, link(row.surveys, row.surveys.count + ' 份'))
          )
        )
      )
    );

  const show = picture => {
    clear();
    pending = [];
    const received = `接报 ${picture.from} 至 ${picture.to}`;
    const stages = picture.stages;
    body.append(
      filter(picture),
      panel(
        'promises',
        '承诺按时率',
        received,
        '统计期间内接报的案件。每件案件的每项承诺只计一次:有硬性时限的按硬性时限,否则按目标时限;已取消的不计。按时率 = 按时兑现 ÷(按时兑现 + 逾期兑现 + 逾期未兑现);时限已过而未兑现的即计为逾期未兑现,未到期和暂停中的不计入。与维修统计表“是否按时”一致。',
        picture.promises.length === 0,
        matrix(picture, '承诺', picture.promises, promise),
        promiseChart(picture)
      ),
      panel(
        'stages',
        '进行中的案件',
        `截至 ${picture.asOf},不限接报时间`,
        '尚未结束的案件按所处阶段统计;“超时”指有硬性承诺已过时限而未兑现的案件。',
        stages.length === 0,
        matrix(picture, '阶段', stages, cell => [
          link(cell.open),
          cell.late.count > 0 ? h('span', { class: 'notes bad' }, '超时 ', link(cell.late)) : null
        ]),
        stacked(picture, stages, cell => cell.open)
      ),
      panel(
        'plans',
        '回访计划执行',
        picture.halfName,
        '期间截止日所在半年度的全部计划(含编制中和补充的)各项回访。列入 = 已回访 + 逾期未访 + 待回访 + 已取消。逾期未访指到期日(有理由改期的为改期日)已过而未回访。“到期未列入”截至当前,指已到期或三十天内到期而没有任何计划的回访。',
        picture.plans.every(row => row.lines.count === 0 && row.unplanned.count === 0),
        plans(picture),
        picture.plans.some(row => row.lines.count > 0) ? planChart(picture) : null
      ),
      panel(
        'satisfaction',
        '业主满意度',
        `填写 ${picture.from} 至 ${picture.to}`,
        '期间内填写的满意度调查,按填写日期分季度,取合计得分的平均数,括号内为份数。薄弱项目为平均得分最低的五项(未加权)。',
        picture.quarters.length === 0,
        h(
          'div',
          {},
          matrix(picture, '季度', picture.quarters, cell =>
            cell.average === null
              ? h('span', { class: 'none' }, '—')
              : [h('b', {}, cell.average), ' ', link(cell.surveys, `(${cell.surveys.count}份)`)]
          ),
          factors(picture)
        ),
        quarterChart(picture)
      ),
      panel(
        'categories',
        '缺陷类别',
        received,
        '期间内接报的案件按报修类别统计,与维修统计表“类别”一致,多的在前。',
        picture.categories.length === 0,
        matrix(picture, '类别', picture.categories, cell => link(cell)),
        stacked(picture, picture.categories, cell => cell)
      )
    );
    draw(pending);
  };

  const draw = async waiting => {
    try {
      const echarts = await import(base + CHARTS);
      for (const [canvas, { height, option }] of waiting) {
        if (!alive || !canvas.isConnected) {
          return;
        }
        canvas.style.height = height + 'px';
        const chart = echarts.init(canvas, null, { renderer: 'svg', locale: 'ZH' });
        chart.setOption({ animation: false, textStyle: { fontFamily: 'inherit' }, ...option });
        chart.on('click', event => {
          if (event.data && event.data.href) {
            window.location.assign(base + event.data.href);
          }
        });
        charts.push(chart);
        observer.observe(canvas);
      }
    } catch (error) {
      console.warn('The dashboard stays without charts', error);
      waiting.forEach(([canvas]) => canvas.remove());
    }
  };

  const observer = new ResizeObserver(entries =>
    entries.forEach(entry => charts.find(chart => chart.getDom() === entry.target)?.resize())
  );

  body.append(say('正在读取…', 'empty'));
  load(address ? Object.fromEntries(new URLSearchParams(window.location.search)) : {});

  return () => {
    alive = false;
    observer.disconnect();
    clear();
    root.remove();
  };
};
