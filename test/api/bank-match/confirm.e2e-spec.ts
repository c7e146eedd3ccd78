import { describe, expect, it } from '@jest/globals';
import { certainLine, confirmItems, linesIn2024 } from '../../support/bank.js';
import { Client } from '../../support/client.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('saying what a line of a bank is', () => {
  const items = [{ lineId: NOWHERE, records: [{ kind: 'fund.capital-receipt', recordId: NOWHERE }] }];

  itIsClosedTo('manager', 'confirmBankMatch', (client) => client.post('/bank-matches', { items }));

  it('proposes what is certain with its reasons, and keeps what a second person confirms', async () => {
    const { accountId, line, item } = await certainLine();
    expect(line.candidates[0]).toMatchObject({ certainty: 'CERTAIN', records: [{ kind: 'fund.capital-receipt', isRecorded: true }] });
    expect((line.candidates[0].reasons as { code: string }[]).map(({ code }) => code)).toEqual(['AMOUNT_EQUAL', 'NAME_EQUAL', 'SAME_DAY']);
    const dry = await confirmItems([item], { dryRun: true });
    expect([dry.status, dry.body.matches[0].id, (await linesIn2024(accountId))[0].state]).toEqual([201, null, 'OPEN']);
    expect((await confirmItems([item])).status).toBe(201);
    expect((await linesIn2024(accountId))[0]).toMatchObject({ state: 'MATCHED', openWon: '0', candidates: [], matches: [{ score: line.candidates[0].score }] });
  });

  it('is not for who brought the statement in', async () => {
    const { accountId, item } = await certainLine();
    const refused = await Client.as('finance').post('/bank-matches', { items: [item] });
    expect([Math.floor(refused.status / 100), refused.body.code]).toEqual([4, 'rule.matcher-did-not-import-the-statement']);
    expect((await linesIn2024(accountId))[0].state).toBe('OPEN');
  });

  it('refuses an unknown line, an unknown record, another direction, more than the line, and a record twice', async () => {
    const { accountId, item } = await certainLine({ on: '2024-03-05', withdrawal: '777', from: '출금처' }, { on: '2024-03-06', deposit: '5', from: '소액' });
    const [, out, small] = await linesIn2024(accountId);
    const told = async (...wanted: unknown[]) => {
      const { status, body } = await confirmItems(wanted);
      return [status, body.errors?.[0]?.pointer, body.errors?.[0]?.code];
    };
    expect(await told(...items)).toEqual([400, '/items/0/lineId', 'bank-line.unknown']);
    expect(await told(item, item)).toEqual([400, '/items/1/lineId', 'bank-line.unknown']);
    expect(await told({ ...item, records: items[0]?.records })).toEqual([400, '/items/0/records/0', 'bank-match.record-not-open']);
    expect(await told({ ...item, lineId: out.id })).toEqual([400, '/items/0/records/0', 'bank-match.other-direction']);
    expect(await told({ ...item, lineId: small.id })).toEqual([400, '/items/0/records', 'bank-match.more-than-line']);
    expect(await told({ ...item, records: [...item.records, ...item.records] })).toEqual([400, '/items/0/records/1', 'bank-match.record-not-open']);
  });

  let first: Promise<Awaited<ReturnType<typeof certainLine>>> | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    first ??= certainLine();
    const { item } = await first;
    return confirmItems([variation === 'first' ? item : items[0]], {}, ask);
  });
});
