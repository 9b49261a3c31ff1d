// Days as people read them.

/** @param {string} day @param {string} today The year is said where it is another. */
export function spoken(day, today) {
  const [year, month, date] = day.split("-").map(Number);
  return `${day.slice(0, 4) === today.slice(0, 4) ? "" : `${year} 年 `}${month} 月 ${date} 日`;
}

/** How far off a day is. @param {number} days From today. */
export function distance(days) {
  if (days < 0) return `过了 ${-days} 天`;
  return days > 1 ? `还有 ${days} 天` : ["就是今天", "明天"][days];
}

/** An amount with commas in thousands. @param {string} amount */
export const grouped = (amount) => amount.replace(/\B(?=(\d{3})+\.)/g, ",");
