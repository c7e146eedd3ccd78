/** Business dates as ISO text ('2023-06-30'), instants as ISO text in UTC; both are shown as Korean offices write them. */

const SEPARATED = /^([0-9]{4})\s*([-./])\s*([0-9]{1,2})\s*\2\s*([0-9]{1,2})\.?$/;
const COMPACT = /^([0-9]{4})([0-9]{2})([0-9]{2})$/;

/** Reads 2023-06-30, 2023.6.30, 2023. 6. 30., 2023/6/30 or 20230630; null for anything else. */
export function parseDateInput(text: string): string | null {
  const folded = text.normalize('NFKC').trim();
  const separated = SEPARATED.exec(folded);
  if (separated !== null) return isoDate(Number(separated[1]), Number(separated[3]), Number(separated[4]));
  const compact = COMPACT.exec(folded);
  return compact === null ? null : isoDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
}

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1900 ? date.toISOString().slice(0, 10) : null;
}

/** '2023. 6. 30.': dates in sentences, as official documents write them. */
export function formatOfficialDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${year}. ${Number(month)}. ${Number(day)}.`;
}

const SEOUL = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Seoul',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** '2023-06-30 15:30' in Seoul. */
export function formatInstant(instant: string): string {
  const parts = Object.fromEntries(SEOUL.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']} ${parts['hour']}:${parts['minute']}`;
}

/** The calendar day in Seoul at `now`. */
export function todayInSeoul(now: Date = new Date()): string {
  return formatInstant(now.toISOString()).slice(0, 10);
}

/** Ends of the last `count` quarters on or before `date`, newest first. */
export function quarterEnds(date: string, count: number): string[] {
  const ends: string[] = [];
  const [year = 0, month = 1] = date.split('-').map(Number);
  let quarter = year * 4 + Math.floor((month - 1) / 3) + 1;
  while (ends.length < count) {
    const end = new Date(Date.UTC(Math.floor(quarter / 4), (quarter % 4) * 3, 0)).toISOString().slice(0, 10);
    if (end <= date) ends.push(end);
    quarter -= 1;
  }
  return ends;
}
