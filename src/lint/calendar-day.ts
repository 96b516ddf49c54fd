/** Whether a text such as `2026/05/31` (or with `-`) is a day that the calendar has. */
export function isCalendarDay(text: string): boolean {
  const day = text.replaceAll('/', '-');
  // Every month has them: most dates need no calendar.
  if (/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/u.test(day)) return true;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
