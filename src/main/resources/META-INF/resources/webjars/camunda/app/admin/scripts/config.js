export default {
  app: {
    name: '系统管理',
    vendor: '工程售后服务'
  },
  locales: {
    availableLocales: ['zh-CN'],
    fallbackLocale: 'zh-CN'
  },
  // Shared with Tasklist; the path is relative to this app's folder.
  customScripts: ['../tasklist/scripts/zh-CN-dates', '../tasklist/scripts/zh-CN-chrome'],
  disableWelcomeMessage: true
};
