import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, LOGINS, type Answer } from '../../support/client.js';
import { aimed, PERMISSION_OF, readContract, type Operation, type OperationId } from '../../support/routes.js';

// Some send every route half a megabyte.
jest.setTimeout(180_000);

/** One of each role that writes. */
const WRITERS = [...LOGINS, 'committee1'] as const;
const holdings = new Map<string, readonly string[]>();

/** Somebody who may, so that the refusal is about the body. */
function allowed(operationId: string): Client {
  const permission = PERMISSION_OF[operationId as OperationId] ?? '';
  return Client.as(WRITERS.find((login) => holdings.get(login)?.includes(permission)) ?? 'manager');
}

const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** Nothing has to be said: what is left out has a default, or there is nothing to say. */
const TAKE_AN_EMPTY_BODY = [
  ...['recallApproval', 'deliverService', 'inspectService', 'captureService'],
  ...['decideSelection', 'promoteSelection', 'exportVouchers', 'expireVoucher', 'surchargeClawback'],
  ...['decideGrantSelection', 'promoteGrantSelection', 'requestGrantTranche', 'acceptServiceOrder', 'surchargeGrantRecovery', 'releasePaymentRun', 'decideQueueMatchingPool'],
];

describe('whatever is sent as a body', () => {
  let writes: Operation[];
  const send = (raw: { body: string; contentType: string }): Promise<[string, Answer][]> =>
    Promise.all(writes.map(async ({ method, path, operationId }) => [operationId, await allowed(operationId).ask(method, aimed(path), { raw })] as [string, Answer]));
  const refusals = async (body: string, contentType = 'application/json'): Promise<unknown[]> => {
    const answers = await send({ body, contentType });
    return [...new Set(answers.map(([, answer]) => JSON.stringify(refusal(answer).slice(0, 2))))].map((each) => JSON.parse(each) as unknown);
  };

  beforeAll(async () => {
    for (const login of WRITERS) holdings.set(login, (await Client.as(login).get('/session')).body.user.permissions as string[]);
    writes = (await readContract()).filter(({ mediaType }) => mediaType === 'application/json');
  });

  it.each([
    ['nothing', ''],
    ['half of an object', '{"amountWon":"1'],
    ['two objects', '{}{}'],
    ['JavaScript', "{amountWon:'1'}"],
    ['a key that reaches for prototypes', '{"__proto__":{"roles":["ADMIN"]}}'],
    ['such a key further down', '{"company":{"__proto__":{"x":1}}}'],
    ['the long way to prototypes', '{"constructor":{"prototype":{"x":1}}}'],
  ])('every route refuses %s as unreadable', async (_what, body) => {
    expect(await refusals(body)).toEqual([[400, 'request.unreadable']]);
  });

  it.each([
    ['null', 'null'],
    ['a list', '[]'],
    ['a list of objects', '[{"amountWon":"1"}]'],
    ['a text', '"text"'],
    ['a number', '42'],
    ['a truth', 'true'],
  ])('every route refuses %s, because a form is an object', async (_what, body) => {
    expect(await refusals(body)).toEqual([[400, 'request.not-an-object']]);
  });

  it.each([
    ['20,000 objects', deep(20_000)],
    ['200,000 lists', `{"evidence":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    ['one object more than any form has', deep(17)],
  ])('every route refuses %s inside each other', async (_what, body) => {
    expect(await refusals(body)).toEqual([[400, 'request.too-deep']]);
  });

  it.each(['text/plain', 'text/xml', 'application/x-www-form-urlencoded', 'application/octet-stream', 'nonsense'])('every route refuses %s', async (contentType) => {
    expect(await refusals('{}', contentType)).toEqual([[415, 'request.media-type']]);
  });

  it('every route names a field that it does not know', async () => {
    const answers = await send({ body: '{"shell":"rm -rf","a/b~c":1}', contentType: 'application/json' });
    const silent = answers.filter(([, { status, body }]) => {
      const pointers = (body.errors as { pointer: string; code: string }[]).filter(({ code }) => code === 'field.whitelistValidation').map(({ pointer }) => pointer);
      return status !== 400 || !pointers.includes('/shell') || !pointers.includes('/a~1b~0c');
    });
    expect(silent.map(([operationId]) => operationId)).toEqual([]);
    expect(answers.length).toBeGreaterThan(12);
  });

  it('every route names all that is missing at once', async () => {
    const answers = await send({ body: '{}', contentType: 'application/json' });
    const silent = answers.filter(([operationId, { status, body }]) => !TAKE_AN_EMPTY_BODY.includes(operationId) && (status !== 400 || !(body.errors as { code: string }[]).every(({ code }) => code === 'field.required') || body.errors.length === 0));
    expect(silent.map(([operationId]) => operationId)).toEqual([]);
  });

  it('every route refuses every field of the wrong kind at its place', async () => {
    const strange = await Promise.all(
      [5, true, ['x'], { x: 1 }].map(async (value) => {
        const fields = Object.fromEntries(['login', 'name', 'reason', 'purpose', 'code', 'custodian', 'sheet', 'book', 'decision', 'key', 'instrument', 'format', 'year'].map((field) => [field, value]));
        return (await send({ body: JSON.stringify(fields), contentType: 'application/json' })).map(([operationId, answer]) => [operationId, answer.status] as const);
      }),
    );
    expect(strange.flat().filter(([, status]) => status !== 400)).toEqual([]);
  });

  it('a byte order mark and a charset are no fault', async () => {
    const answer = await Client.anonymous().ask('POST', '/session', { raw: { body: '\ufeff{"login":"nobody-at-all","password":"x"}', contentType: 'application/json; charset=utf-8' } });
    expect(refusal(answer)).toEqual([401, 'sign-in.failed']);
  });
});
