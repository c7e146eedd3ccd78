import { Client, type Answer, type Json } from './client.js';
import { withSql } from './sql.js';

/** The id of somebody of the demo. */
export async function userId(login: string): Promise<string> {
  return withSql('OWNER', async (sql) => (await sql.query<{ id: string }>('select id from app_user where login = $1', [login])).rows[0]?.id ?? '');
}

/** A schedule about one fund, as finance lays it. */
export async function scheduleBody(fundId: string, changes: Json = {}): Promise<Json> {
  return { kind: 'FUND_QUARTERLY', subjectId: fundId, period: 'QUARTER', daysAfter: 10, recipientIds: [await userId('auditor'), await userId('director')], ...changes };
}

export async function lay(fundId: string, changes: Json = {}, client = Client.as('finance')): Promise<Answer> {
  return client.post('/reports/schedules', await scheduleBody(fundId, changes));
}

export const listed = async (id: string, client = Client.as('finance')): Promise<Json> => (await client.get('/reports/schedules')).body.find((each: Json) => each.id === id);
