import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { finishedProject } from '../../support/outcomes-of-grants.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { scopedPerson } from '../../support/scoped.js';

/** A calendar asks without a session. */
const fetched = (path: string): Promise<Answer> => Client.anonymous().get(path.replace(/^\/api/, ''));
const feedOf = async (client: Client, id: string): Promise<Json> => ((await client.get('/calendar-feeds')).body as Json[]).find((each) => each.id === id);

describe('a calendar of deadlines', () => {
  itIsClosedTo('auditor', 'createCalendarFeed', (client) => client.post('/calendar-feeds', { name: '감사' }));
  itIsClosedTo('auditor', 'listCalendarFeeds', (client) => client.get('/calendar-feeds'));
  itIsClosedTo('auditor', 'revokeCalendarFeed', (client) => client.post(`/calendar-feeds/${NOWHERE}/revoke`, {}));

  let person: Client;
  let elsewhere: Client;
  let callId: string;
  let number: string;
  beforeAll(async () => {
    const { call, agreement } = await finishedProject();
    [callId, number] = [call.id, agreement.number];
    person = await scopedPerson('FINANCE_MAKER', [`programme/${call.programmeId}`]);
    elsewhere = await scopedPerson('FINANCE_MAKER', [`programme/${NOWHERE}`]);
  });

  it('is fetched by its address alone, shows what its owner may see, and ends with its address', async () => {
    const { body } = await person.post('/calendar-feeds', { name: '내 휴대전화' });
    const { path, revokedAt } = await feedOf(person, body.id);
    expect(revokedAt).toBeNull();
    const { status, headers, bytes } = await fetched(path);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const text = bytes.toString().replace(/\r\n[ \t]/g, '');
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(text).toContain(`연구개발비 사용실적보고(정산) · ${number}`);
    expect(text).toContain('DTSTART;VALUE=DATE:20220331');
    const uids = [...text.matchAll(/^UID:(.*)$/gm)].map((match) => match[1]);
    expect(new Set(uids).size).toBe(uids.length);
    // The same thing keeps its name each time.
    expect((await fetched(path)).bytes.equals(bytes)).toBe(true);
    expectStatus(await person.post(`/calendar-feeds/${body.id as string}/revoke`, {}), 200);
    expect(refusal(await fetched(path))).toEqual([404, 'resource.not-found']);
    expect(await feedOf(person, body.id)).toMatchObject({ path: null, revokedAt: expect.any(String) });
  });

  it('shows nothing of what lies outside of the scopes of its owner', async () => {
    const { body } = await elsewhere.post('/calendar-feeds', { name: '다른 곳' });
    const text = (await fetched((await feedOf(elsewhere, body.id)).path)).bytes.toString();
    expect(text).not.toContain(number);
    expect(text).not.toContain('BEGIN:VEVENT');
    expect(callId).toBeTruthy();
  });

  it('opens for nobody who made an address up', async () => {
    const { body } = await person.post('/calendar-feeds', { name: '위조 대상' });
    const { path } = await feedOf(person, body.id);
    const forged = (path as string).replace(/\.([\w-])/, (_, character: string) => `.${character === 'A' ? 'B' : 'A'}`);
    for (const each of [forged, `/api/calendar-feeds/${NOWHERE}/deadlines.ics`, '/api/calendar-feeds/nonsense/deadlines.ics']) expect(refusal(await fetched(each))).toEqual([404, 'resource.not-found']);
  });

  it('is revoked by its owner alone, and there are five at most', async () => {
    const own = (await elsewhere.post('/calendar-feeds', { name: '둘째' })).body.id as string;
    expect(refusal(await person.post(`/calendar-feeds/${own}/revoke`, {}))).toEqual([404, 'resource.not-found']);
    for (const name of ['셋째', '넷째', '다섯째']) expectStatus(await elsewhere.post('/calendar-feeds', { name }), 201);
    expect(refusal(await elsewhere.post('/calendar-feeds', { name: '여섯째' }))).toEqual([409, 'calendar-feed.too-many']);
  });

  itWritesOncePerKey((ask, variation) => person.post('/calendar-feeds', { name: variation }, ask));
});
