// Apps that show pages themselves. They drop downloads and do not print, mostly without a word.

/** Those that say their name, on phones and on desktops. */
const NAMED = /MicroMessenger|\bwxwork\/|\bQQ\/|AlipayClient|AliApp\(|DingTalk|__weibo__|\bWeibo\b|XiaoMi\/HybridView|\bjdapp;/i;
/** What any app's page on Android says, and what a browser on iOS says and an app's page does not. */
const ANDROID = /; wv\)/, IOS = /\b(iPhone|iPad|iPod)\b/, BROWSER = /\bSafari\//;

/** Whether an app shows the page, and not a browser. @param {string} agent */
export const inApp = (agent) =>
  NAMED.test(agent) || ANDROID.test(agent) || IOS.test(agent) && !BROWSER.test(agent);
