import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { businessNumber, deal, formFund, recordDeal } from '../../support/funds.js';

describe('whatever is written into the fields of a deal', () => {
  const manager = Client.as('manager');
  let fundId: string;
  const record = (changes: Json) => recordDeal(manager, fundId, '1000', changes);

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
  });

  afterAll(async () => {
    // Everything above was refused: nothing may have been written.
    expect((await manager.get(`/funds/${fundId}/investments`)).body).toEqual([]);
    expect((await manager.get(`/ledger/entries?book=fund/${fundId}&chart=fund.cash`)).body).toEqual([]);
  });

  it.each([1000, 1000.5, -5, 1e21, '1000.5', '-5', '+5', '0', '00', '1,000', '1e9', ' 5', '５', '٥', '0x10', '9007199254740992', '99999999999999999999', '', null, true, ['5'], {}])(
    'an amount of %j is refused',
    async (amountWon) => {
      expect(refusal(await record({ amountWon }))).toEqual([400, 'request.invalid', '/amountWon']);
    },
  );

  it('an amount above all commitments is refused by the rule, to the last won of what can be typed', async () => {
    expect(refusal(await record({ amountWon: '9007199254740991' }))).toEqual([422, 'rule.obligation-stays-reachable']);
    expect(refusal(await record({ amountWon: '20000000001' }))).toEqual([422, 'rule.obligation-stays-reachable']);
  });

  it.each(['2023-02-30', '2023-02-29', '2023-13-01', '2023-00-10', '9999-12-31', '0000-01-01', '1899-12-31', '2024-6-3', '20240603', '2024-06-03T00:00:00Z', '+002024-06-03', '２０２４-06-03', '', 'today', 45446, null, {}])(
    'a payment on %j is refused',
    async (paidOn) => {
      expect(refusal(await record({ paidOn }))).toEqual([400, 'request.invalid', '/paidOn']);
    },
  );

  it.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['ideographic blanks', '\u3000\u3000'],
    ['zero width', '\u200b\u2060\ufeff'],
    ['Hangul fillers', '\u3164\u115f'],
    ['301 characters', '가'.repeat(301)],
    ['half of a surrogate pair', '\ud800'],
    ['the other half', '기업\udc00'],
    ['a null character', '(주)\u0000기업'],
    ['an escape sequence', '(주)\u001b[31m기업'],
    ['a line break', '(주)\n기업'],
    ['a C1 control character', '(주)\u0085기업'],
    ['a number', 12345],
  ])('a company called %s is refused', async (_what, name) => {
    expect(refusal(await record({ company: { name, businessNumber: businessNumber() } }))).toEqual([400, 'request.invalid', '/company/name']);
  });

  it.each([
    ['124-81-00997', 'BRN_CHECKSUM'],
    ['000-00-00000', 'BRN_FORMAT'],
    ['12481009980', 'BRN_FORMAT'],
    ['124-81-0099', 'BRN_FORMAT'],
    ['ABC-81-00998', 'BRN_FORMAT'],
  ])('a business number of %s is refused', async (number, code) => {
    const answer = await record({ company: { name: '(주)오타', businessNumber: number } });
    expect(refusal(answer)).toEqual([400, code, '/company/businessNumber']);
  });

  it('several faults are told at once', async () => {
    const company = { name: '(주)오타', businessNumber: '124-81-00997', corporateNumber: '110111-00624' };
    expect(refusal(await record({ company }))).toEqual([400, 'BRN_CHECKSUM', '/company/businessNumber', '/company/corporateNumber']);
    expect(refusal(await record({ amountWon: 5, paidOn: 'x', kind: 'GIFT' }))).toEqual([400, 'request.invalid', '/kind', '/amountWon', '/paidOn']);
  });

  it.each([
    ['a company that is missing', { company: undefined }, '/company'],
    ['a company that is nothing', { company: null }, '/company'],
    ['a company that is a list', { company: [] }, '/company'],
    ['a company that is a text', { company: '(주)기업' }, '/company'],
    ['a company with a field too many', { company: { name: '가', businessNumber: '124-81-00998', owner: '나' } }, '/company/owner'],
    ['half a claim', { recognition: { route: 'LAB_COMPANY' } }, '/recognition/companyBasis'],
    ['a claim that is a list', { recognition: [] }, '/recognition'],
    ['evidence that is no list', { evidence: {} }, '/evidence'],
    ['evidence in lists', { evidence: [[]] }, '/evidence'],
    ['evidence of nothing', { evidence: [null] }, '/evidence/0'],
    ['a dry run in words', { dryRun: 'true' }, '/dryRun'],
    ['a kind that is none', { kind: 'CONVERSION' }, '/kind'],
    ['an instrument that is inherited', { instrument: 'constructor' }, '/instrument'],
    ['shares as a number', { shares: 100 }, '/shares'],
    ['no shares', { shares: '0' }, '/shares'],
    ['a note of 2,001 characters', { note: 'ㄱ'.repeat(2_001) }, '/note'],
  ])('%s is refused at its place', async (_what, changes, pointer) => {
    expect(refusal(await record(changes))).toEqual([400, 'request.invalid', pointer]);
  });
});

describe('texts are kept', () => {
  const manager = Client.as('manager');
  let fundId: string;
  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
  });

  it.each([
    ['Hangul typed on a Mac (NFD)', '(주)한글기업'.normalize('NFD'), '(주)한글기업'],
    ['300 such syllables, which are 900 code units', '각'.repeat(300).normalize('NFD'), '각'.repeat(300)],
    ['emoji, a family among them', '🚀스타트업 👩‍👩‍👧', '🚀스타트업 👩‍👩‍👧'],
    ['Arabic and Hebrew', 'شركة חברה', 'شركة חברה'],
    ['a name that turns the reading direction around', '(주)\u202e업기\u202c', '(주)업기'],
    ['a name with what was copied along', '\ufeff (주)\u200b기업 \u00a0 이름 ', '(주)기업 이름'],
    ['a name that looks like SQL', `'; drop table investment; --`, `'; drop table investment; --`],
    ['a name that looks like HTML', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%s', async (_what, name, kept) => {
    const { body } = await recordDeal(manager, fundId, '1000', { company: { name, businessNumber: businessNumber() }, round: name.slice(0, 20), note: name });
    const shown = (await manager.get(`/investments/${body.id}`)).body;
    expect([shown.company, shown.note.normalize('NFC')]).toEqual([kept, shown.note]);
  });

  it('the same key with the same text composed differently is the same request', async () => {
    const body = deal('1000', { note: '한글 메모' });
    const send = (note: string) => manager.post(`/funds/${fundId}/investments`, { ...body, note }, { key: `nfc-${fundId}` });
    const [composed, decomposed] = [await send('한글 메모'.normalize('NFC')), await send('한글 메모'.normalize('NFD'))];
    expect([composed.status, decomposed.status, decomposed.body.id]).toEqual([201, 201, composed.body.id]);
  });
});
