import { holidayCalendar } from '#libs/calendar';

/** All the years that the calendar knows. */
const FIRST_YEAR = 2007;
const LAST_YEAR = 2050;

/** The part of a connection this needs; `pg.Client` is one. */
interface SqlClient {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/** Hands the public holidays to the database, as its owner, so that its own rules know on which days nobody works. */
export async function syncRestDays(client: SqlClient): Promise<void> {
  const calendar = holidayCalendar();
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
  const days = new Map(years.flatMap((year) => calendar.listYear(year)).map(({ date }) => [date, calendar.nameOf(date)]));
  const rows = [...days].map(([day, name]) => ({ day, ko: name?.ko ?? '', en: name?.en ?? '' }));
  await client.query(
    `with told as (select * from jsonb_to_recordset($1::jsonb) as r (day date, ko text, en text)),
          gone as (delete from rest_day where day not in (select day from told))
     insert into rest_day (day, name_ko, name_en) select day, ko, en from told
         on conflict (day) do update set name_ko = excluded.name_ko, name_en = excluded.name_en
      where (rest_day.name_ko, rest_day.name_en) is distinct from (excluded.name_ko, excluded.name_en)`,
    [JSON.stringify(rows)],
  );
}
