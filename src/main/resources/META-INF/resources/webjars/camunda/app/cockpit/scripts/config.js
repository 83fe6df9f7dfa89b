export default {
  app: {
    name: '监控中心',
    vendor: '工程售后服务'
  },
  locales: {
    availableLocales: ['zh-CN'],
    fallbackLocale: 'zh-CN'
  },
  // Shared with Tasklist; the paths are relative to this app's folder.
  customScripts: [
    '../tasklist/scripts/zh-CN-dates',
    '../tasklist/scripts/zh-CN-chrome',
    '../tasklist/scripts/cases-link',
    'scripts/dashboard',
    'scripts/finished-cases'
  ],
  disableWelcomeMessage: true
};
