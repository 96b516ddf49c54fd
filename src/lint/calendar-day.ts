/** Whether a text such as `2026/05/31` (or with `-`) is a day that the calendar has. */
export function isCalendarDay(text: string): boolean {
  const day = text.replaceAll('/', '-');
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
