export default {
  app: {
    name: '欢迎',
    vendor: '工程售后服务'
  },
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'YYYY-MM-DD HH:mm',
    normal: 'YYYY-MM-DD HH:mm',
    long: 'YYYY-MM-DD HH:mm:ss',
    short: 'YYYY-MM-DD'
  },
  locales: {
    availableLocales: ['zh-CN'],
    fallbackLocale: 'zh-CN'
  },
  // Shared with Tasklist; the path is relative to this app's folder.
  customScripts: ['../tasklist/scripts/zh-CN-dates', '../tasklist/scripts/zh-CN-chrome'],
  disableWelcomeMessage: true
};
