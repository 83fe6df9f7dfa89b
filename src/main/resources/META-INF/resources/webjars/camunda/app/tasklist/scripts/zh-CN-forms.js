/*
 * Chinese for the texts form-js 1.8.7 builds into Camunda Forms and gives no way to translate.
 *
 * Only elements with form-js's own class names are looked at, and only texts that match one of its
 * messages as a whole are replaced; labels, options and values are never touched. Text nodes are
 * changed in place, because Preact keeps references to them.
 *
 * The loader reads `default` of every script it could import and a script it could not import
 * stops the app from booting: this file must stay plain, and must not throw.
 */

const ROOT = '.fjs-container';

const MONTHS = ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月'];
const SHORT_MONTHS = MONTHS.map((name, index) => `${index + 1}月`);
const DAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];
const SHORT_DAYS = ['日', '一', '二', '三', '四', '五', '六'];

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
];
const ENGLISH_SHORT_DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const named = (english, chinese) => text => chinese[english.indexOf(text)];

/** Text of the matched elements' own text nodes: [selector, [[pattern, replacement], ...]]. */
const TEXTS = [
  [
    '.fjs-form-field-error li',
    [
      [/^Field is required\.$/, '此项必填。'],
      // The pattern itself says nothing to office staff.
      [/^Field must match pattern [\s\S]*\.$/, '格式不正确。'],
      [/^Field must have minimum value of (.+)\.$/, '不能小于 $1。'],
      [/^Field must have maximum value of (.+)\.$/, '不能大于 $1。'],
      [/^Field must have minimum length of (.+)\.$/, '至少填写 $1 个字符。'],
      [/^Field must have maximum length of (.+)\.$/, '最多填写 $1 个字符。'],
      [/^Field must be a valid +international phone number\..*$/, '请填写带国际区号的电话号码，例如 +8613800000000。'],
      [/^Field must be a valid email\.$/, '请填写正确的邮箱地址。'],
      [/^Value is not a number\.$/, '请填写数字。'],
      [/^Value is expected to be an integer\.$/, '请填写整数。'],
      [/^Value is expected to have at most (\d+) decimal digits?\.$/, '最多保留 $1 位小数。'],
      [
        /^Please select a valid value, the two nearest valid values are (\S+) and (\S+)\.$/,
        '数值不符合步长，最接近的有效值是 $1 和 $2。'
      ],
      [/^Date and time must both be entered\.$/, '日期和时间都要填写。']
    ]
  ],
  ['.fjs-select-placeholder', [[/^Select$/, '请选择']]],
  [
    '.fjs-dropdownlist-empty',
    [
      [/^No results$/, '没有匹配项'],
      [/^All values selected$/, '已全部选择']
    ]
  ],
  ['.fjs-taglist-skip-link', [[/^Skip to search$/, '跳到搜索框']]],
  ['.fjs-repeat-render-add', [[/^Add new$/, '新增']]],
  [
    '.fjs-repeat-render-collapse',
    [
      [/^Expand all \((\d+)\)$/, '展开全部($1)'],
      [/^Collapse$/, '收起']
    ]
  ],
  // Cells with data have no colspan.
  ['.fjs-table-empty, .fjs-table-td[colspan]', [[/^Nothing to show\.$/, '暂无数据。']]],
  ['.fjs-table-nav-label', [[/^ of $/, ' / ']]],
  [
    '.fjs-iframe-placeholder-text',
    [
      [/^No content to show\.$/, '没有可显示的内容。'],
      [/^External content couldn't be loaded\.$/, '外部内容无法加载。']
    ]
  ],
  // A chosen time is written into the input as "hh:mm AM", so the item keeps that and explains it.
  [
    '.fjs-timepicker .fjs-dropdownlist-item',
    [
      [/^(\d\d:\d\d AM)$/, '$1(上午)'],
      [/^(\d\d:\d\d PM)$/, '$1(下午)']
    ]
  ],
  // Only calendars created before flatpickr could be localized.
  ['.flatpickr-monthDropdown-month, .flatpickr-month .cur-month', [[named(ENGLISH_MONTHS, MONTHS)]]],
  ['.flatpickr-weekday', [[named(ENGLISH_SHORT_DAYS, SHORT_DAYS)]]]
];

const PART = { y: '年', m: '月', d: '日' };

/** [selector, attribute, [[pattern, replacement], ...]]. */
const ATTRIBUTES = [
  ['.fjs-form-field-select input.fjs-input, .fjs-taglist-input', 'placeholder', [[/^Search$/, '搜索']]],
  [
    '.fjs-datepicker input.fjs-input',
    'placeholder',
    [[text => (/^(?=.*y)(?=.*m)(?=.*d)[ymd./\- ]+$/.test(text) ? text.replace(/y+|m+|d+/g, run => PART[run[0]]) : undefined)]]
  ],
  [
    '.fjs-timepicker input.fjs-input',
    'placeholder',
    [
      [/^hh:mm$/, '时:分'],
      [/^hh:mm \?m$/, '时:分 AM/PM']
    ]
  ],
  ['.fjs-taglist-tag-remove', 'title', [[/^Remove tag$/, '移除']]],
  ['.fjs-number-arrow-up', 'aria-label', [[/^Increment$/, '增加']]],
  ['.fjs-number-arrow-down', 'aria-label', [[/^Decrement$/, '减少']]],
  ['.fjs-repeat-row-remove', 'aria-label', [[/^Remove list item (\d+)$/, '移除第 $1 项']]],
  [
    '.fjs-table-nav-button',
    'aria-label',
    [
      [/^Previous page$/, '上一页'],
      [/^Next page$/, '下一页']
    ]
  ],
  [
    '.fjs-table-th',
    'aria-label',
    [
      [/^Click to sort by (.*) descending$/, '点击按“$1”降序排列'],
      [/^Click to sort by (.*) ascending$/, '点击按“$1”升序排列'],
      [/^Click to remove sorting$/, '点击取消排序']
    ]
  ],
  ['.flatpickr-monthDropdown-months', 'aria-label', [[/^Month$/, '月份']]],
  ['.flatpickr-current-month .cur-year', 'aria-label', [[/^Year$/, '年份']]]
];

const translate = (text, rules) => {
  for (const [pattern, replacement] of rules) {
    if (typeof pattern === 'function') {
      const result = pattern(text);
      if (result !== undefined) {
        return result;
      }
    } else if (pattern.test(text)) {
      return text.replace(pattern, replacement);
    }
  }
  return text;
};

/** A page opened from a form must not take the place of what was typed into it. */
const openBeside = root => {
  for (const link of root.querySelectorAll('.fjs-form-field-text a[href^="/"]:not([target])')) {
    link.target = '_blank';
    link.rel = 'noopener';
  }
};

const translateForm = root => {
  openBeside(root);
  for (const [selector, rules] of TEXTS) {
    for (const element of root.querySelectorAll(selector)) {
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) {
          const text = translate(node.data, rules);
          if (text !== node.data) {
            node.data = text;
          }
        }
      }
    }
  }
  for (const [selector, attribute, rules] of ATTRIBUTES) {
    for (const element of root.querySelectorAll(selector)) {
      const value = element.getAttribute(attribute);
      if (value) {
        const text = translate(value, rules);
        if (text !== value) {
          element.setAttribute(attribute, text);
        }
      }
    }
  }
};

let calendarsLocalized = false;

/** form-js formats dates with numbers only, so other month names do not change what is stored. */
const localizeCalendars = () => {
  if (calendarsLocalized || !window.flatpickr || !window.flatpickr.localize) {
    return;
  }
  calendarsLocalized = true;
  window.flatpickr.localize({
    weekdays: { shorthand: SHORT_DAYS, longhand: DAYS },
    months: { shorthand: SHORT_MONTHS, longhand: MONTHS },
    firstDayOfWeek: 1,
    ordinal: () => '',
    rangeSeparator: ' 至 ',
    weekAbbreviation: '周',
    scrollTitle: '滚动切换',
    toggleTitle: '点击切换',
    amPM: ['上午', '下午'],
    yearAriaLabel: '年份',
    monthAriaLabel: '月份',
    hourAriaLabel: '小时',
    minuteAriaLabel: '分钟'
  });
  if (window.flatpickr.setDefaults) {
    window.flatpickr.setDefaults({ ariaDateFormat: 'Y年n月j日' });
  }
};

const addForms = (forms, node) => {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  if (!element) {
    return;
  }
  const form = element.closest(ROOT);
  if (form) {
    forms.add(form);
  } else {
    element.querySelectorAll(ROOT).forEach(found => forms.add(found));
  }
};

/** What form-js would read wrongly or not at all: 16：40 and １６:40 of a Chinese keyboard, 1640, 下午4:40. */
const asTime = typed => {
  const text = typed.normalize('NFKC').trim();
  const digits = /^([01]\d|2[0-3])([0-5]\d)$/.exec(text);
  if (digits) {
    return `${digits[1]}:${digits[2]}`;
  }
  const named = /^(上午|下午)(\d{1,2}):(\d\d)$/.exec(text);
  if (named) {
    const hour = (Number(named[2]) % 12) + (named[1] === '下午' ? 12 : 0);
    return `${hour}:${named[3]}`;
  }
  return text === typed.trim() ? typed : text;
};

/** Before form-js hears of it. */
const correctTime = event => {
  const input = event.target;
  if (event.isComposing || !(input instanceof HTMLInputElement) || !input.closest('.fjs-timepicker')) {
    return;
  }
  const time = asTime(input.value);
  if (time !== input.value) {
    input.value = time;
  }
};

const guarded = action => {
  try {
    action();
  } catch (error) {
    console.warn('A form text stays English', error);
  }
};

document.addEventListener('input', event => guarded(() => correctTime(event)), true);

guarded(() => {
  localizeCalendars();
  const observer = new MutationObserver(records =>
    guarded(() => {
      localizeCalendars();
      const forms = new Set();
      for (const record of records) {
        if (record.target.isConnected) {
          if (record.type === 'childList' && !record.target.closest(ROOT)) {
            record.addedNodes.forEach(node => addForms(forms, node));
          } else {
            addForms(forms, record.target);
          }
        }
      }
      forms.forEach(translateForm);
      // Our own changes need no second look.
      observer.takeRecords();
    })
  );
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['placeholder', 'title', 'aria-label'],
    characterData: true,
    childList: true,
    subtree: true
  });
  document.querySelectorAll(ROOT).forEach(translateForm);
});
