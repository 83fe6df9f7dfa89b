/*
 * Chinese for the date pickers of the webapps, which take month and day names from AngularJS's
 * English "ngLocale" module and not from the locale file. Custom scripts are awaited before the
 * app boots, so the module can still be replaced here. Loaded by all four apps.
 *
 * The loader reads `default` of every script it could import and a script it could not import
 * stops the app from booting: this file must stay plain, and must not throw.
 */

const MONTHS = ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月'];
const SHORT_MONTHS = MONTHS.map((name, index) => `${index + 1}月`);
const DAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];
const SHORT_DAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

const LOCALE = {
  id: 'zh-cn',
  localeID: 'zh_CN',
  DATETIME_FORMATS: {
    AMPMS: ['上午', '下午'],
    DAY: DAYS,
    ERANAMES: ['公元前', '公元'],
    ERAS: ['公元前', '公元'],
    // 0 is Monday.
    FIRSTDAYOFWEEK: 0,
    MONTH: MONTHS,
    SHORTDAY: SHORT_DAYS,
    SHORTMONTH: SHORT_MONTHS,
    STANDALONEMONTH: MONTHS,
    WEEKENDRANGE: [5, 6],
    fullDate: 'y年M月d日EEEE',
    longDate: 'y年M月d日',
    medium: 'yyyy-MM-dd HH:mm:ss',
    mediumDate: 'yyyy-MM-dd',
    mediumTime: 'HH:mm:ss',
    short: 'yyyy-MM-dd HH:mm',
    shortDate: 'yyyy-MM-dd',
    shortTime: 'HH:mm'
  },
  NUMBER_FORMATS: {
    CURRENCY_SYM: '¥',
    DECIMAL_SEP: '.',
    GROUP_SEP: ',',
    PATTERNS: [
      {
        gSize: 3,
        lgSize: 3,
        maxFrac: 3,
        minFrac: 0,
        minInt: 1,
        negPre: '-',
        negSuf: '',
        posPre: '',
        posSuf: ''
      },
      {
        gSize: 3,
        lgSize: 3,
        maxFrac: 2,
        minFrac: 2,
        minInt: 1,
        negPre: '-\u00a4',
        negSuf: '',
        posPre: '\u00a4',
        posSuf: ''
      }
    ]
  },
  pluralCat: () => 'other'
};

try {
  document.documentElement.lang = 'zh-CN';
  window.angular.module('ngLocale', [], [
    '$provide',
    $provide => {
      $provide.value('$locale', LOCALE);
    }
  ]);
} catch (error) {
  console.warn('Date pickers stay English', error);
}
