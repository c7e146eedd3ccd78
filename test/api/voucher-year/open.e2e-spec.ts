import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { openVoucherYear, voucherProgramme } from '../../support/vouchers.js';

const finance = Client.as('finance');
const form = (changes: Json = {}): Json => ({ kind: 'AS', fiscalYear: 2021, legalRegime: 'PUBLIC_FINANCE', ...changes });

describe('opening a programme year', () => {
  let programmeId: string;

  beforeAll(async () => {
    programmeId = await voucherProgramme();
  });

  itIsClosedTo('manager', 'openVoucherYear', (client) => client.post('/voucher-years', form()));
  itWritesOncePerKey((ask, variation) => finance.post('/voucher-years', form({ programmeId, fiscalYear: variation === 'first' ? 2031 : 2032 }), ask));

  it('gives it a name, its agency, its books and its terms, each with a clause and a source', async () => {
    const opened = await finance.post('/voucher-years', form({ programmeId }));
    expectStatus(opened, 201);
    const year = (await Client.as('auditor').get(`/voucher-years/${opened.body.id as string}`)).body as Json;
    expect(year).toMatchObject({ name: '2021년 A/S 바우처', agency: '과학기술일자리진흥원', kind: 'AS', fiscalYear: 2021, closedOn: null, budgetWon: '0', vouchersLeft: 0, book: `voucher/${opened.body.id as string}` });
    const terms = Object.fromEntries((year.terms as Json[]).map(({ key, value, source, ofThisYear }) => [key, [value, source, ofThisYear]]));
    expect(terms).toMatchObject({
      'voucher.face-won': ['5000000', 'SEED', false],
      'voucher.self-burden-basis-points': ['2000', 'ASSUMPTION', false],
      'voucher.vat-basis-points': ['1000', 'LAW', false],
      'voucher.transfer-within-years': ['2', 'PRACTICE', true],
    });
    expect(terms).not.toHaveProperty(['voucher.broker-required']);
  });

  it('of KTTN asks for a broker and not for a transfer', async () => {
    const { id } = await openVoucherYear({ kind: 'KTTN' });
    const terms = ((await finance.get(`/voucher-years/${id}`)).body.terms as Json[]).map(({ key, value }) => [key, value]);
    expect(terms).toContainEqual(['voucher.broker-required', 'true']);
    expect(terms.map(([key]) => key)).not.toContain('voucher.transfer-within-years');
  });

  it('takes terms of its own over the defaults, a menu of services line by line', async () => {
    const { id } = await openVoucherYear({ terms: { 'voucher.face-won': '7000000', 'voucher.transfer-within-years': '3', 'voucher.service-menu': 'S1 | 시제품 제작 | Prototype\nS2\t시험·분석' } });
    const terms = Object.fromEntries(((await finance.get(`/voucher-years/${id}`)).body.terms as Json[]).map(({ key, value, ofThisYear }) => [key, [value, ofThisYear]]));
    expect(terms).toMatchObject({
      'voucher.face-won': ['7000000', true],
      'voucher.transfer-within-years': ['3', true],
      'voucher.service-menu': ['S1 | 시제품 제작 | Prototype\nS2 | 시험·분석 | 시험·분석', true],
    });
  });

  it('founds the programme of its kind with its first year and finds it with the next', async () => {
    const years = await Promise.all([2097, 2098].map((fiscalYear) => finance.post('/voucher-years', form({ fiscalYear }))));
    years.forEach((answer) => expectStatus(answer, 201));
    const listed = ((await finance.get('/voucher-years')).body as Json[]).filter(({ id }) => years.some(({ body }) => body.id === id));
    expect(new Set(listed.map((each) => each.programmeId)).size).toBe(1);
    const programmes = (await finance.get('/programmes')).body as Json[];
    expect(programmes.find(({ id }) => id === listed[0].programmeId)).toMatchObject({ code: 'AS-VOUCHER', nameKo: 'A/S 바우처 사업' });
  });

  it('happens once for a programme, a kind and a year, and leaves the others alone', async () => {
    const id = await voucherProgramme();
    const answers = await Promise.all([1, 2, 3, 4].map(() => finance.post('/voucher-years', form({ programmeId: id }))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code as string)).toEqual(Array(3).fill('voucher-year.opened-already'));
    expectStatus(await finance.post('/voucher-years', form({ programmeId: id, kind: 'KTTN' })), 201);
  });

  it.each([
    ['an unknown kind', { kind: 'DATA' }, [400, 'request.invalid', '/kind']],
    ['no statute', { legalRegime: undefined }, [400, 'request.invalid', '/legalRegime']],
    ['a programme that is not there', { programmeId: NOWHERE }, [404, 'resource.not-found']],
    ['a term nobody knows', { terms: [{ key: 'voucher.colour', value: '1', clause: '-', source: 'NOTICE' }] }, [400, 'request.invalid', '/terms/0/key']],
    ['a share above the whole', { terms: [{ key: 'voucher.self-burden-basis-points', value: '10001', clause: '-', source: 'NOTICE' }] }, [400, 'voucher-term.value', '/terms/0/value']],
    ['a menu with a code twice', { terms: [{ key: 'voucher.service-menu', value: 'S1 | 가\nS1 | 나', clause: '-', source: 'NOTICE' }] }, [400, 'voucher-term.value', '/terms/0/value']],
  ])('refuses %s', async (_what, changes, expected) => {
    expect(refusal(await finance.post('/voucher-years', form({ programmeId: await voucherProgramme(), ...changes })))).toEqual(expected);
  });
});
