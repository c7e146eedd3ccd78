import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { voucherProgramme } from '../../support/vouchers.js';

const finance = Client.as('finance');
const form = (changes: Json = {}): Json => ({ kind: 'PROTOTYPE', regime: 'RND', fiscalYear: 2021, agency: '과학기술일자리진흥원', ...changes });
const ofOwn = async (changes: Json = {}): Promise<Json> => form({ programmeId: await voucherProgramme(), ...changes });
const shown = async (id: string): Promise<Json> => (await Client.as('auditor').get(`/grant-calls/${id}`)).body;

describe('opening a call', () => {
  itIsClosedTo('manager', 'openGrantCall', (client) => client.post('/grant-calls', form()));
  itWritesOncePerKey((ask, variation) => finance.post('/grant-calls', form({ name: `같은 열쇠 ${variation}`, fiscalYear: 2090 }), ask));

  it('gives it a name, its books, the fourteen lines of research and its terms, each with a clause', async () => {
    const opened = await finance.post('/grant-calls', await ofOwn());
    expectStatus(opened, 201);
    const call = await shown(opened.body.id as string);
    expect(call).toMatchObject({ name: '2021년 시작품 제작 전문기업 육성', prefix: 'PT', book: `grant/${opened.body.id as string}`, budgetWon: '0', proposedWon: '0', feasibility: 'NOT_NEEDED', readings: [] });
    const lines = call.lines as { code: string; inKind: boolean; indirect: boolean }[];
    expect(lines).toHaveLength(14);
    expect(lines.filter(({ inKind }) => inKind).map(({ code }) => code)).toEqual(['D1', 'D3', 'D4', 'D8']);
    expect(lines.filter(({ indirect }) => indirect).map(({ code }) => code)).toEqual(['I1', 'I2', 'I3']);
    const terms = Object.fromEntries((call.terms as Json[]).map(({ key, value, source, clause }) => [key, [value, source, clause]]));
    expect(terms['grant.agree-within-days']).toEqual(['30', 'LAW', '국가연구개발혁신법 시행령 제13조제2항']);
    expect(terms['grant.researcher-projects-maximum']).toEqual(['5', 'LAW', '국가연구개발혁신법 시행령 제64조']);
  });

  it('of a subsidy has lines and words of its own and none of the other regime', async () => {
    const { id } = (await finance.post('/grant-calls', await ofOwn({ kind: 'TEST_BED', regime: 'SUBSIDY', lines: ['S3', 'S2'] }))).body as { id: string };
    const call = await shown(id);
    expect((call.lines as Json[]).map(({ code }) => code)).toEqual(['S2', 'S3']);
    expect(JSON.stringify(call.regimeFacts)).toContain('보조금 관리에 관한 법률');
    expect(JSON.stringify(call.regimeFacts)).not.toContain('혁신법');
  });

  it('puts the proposal of the government on record, which is no money', async () => {
    const opened = await finance.post('/grant-calls', await ofOwn({ proposal: { amountWon: '6200000000', clause: '정부안 62억원' } }));
    expectStatus(opened, 201);
    expect(await shown(opened.body.id as string)).toMatchObject({ proposedWon: '6200000000', budgetWon: '0', availableWon: '0', years: [] });
    const [row] = (await finance.get(`/grant-calls/${opened.body.id as string}/budget`)).body as Json[];
    expect(row).toMatchObject({ stage: 'PROPOSAL', spendable: false, amountWon: '6200000000', clause: '정부안 62억원', actor: 'finance', actorName: '이나래' });
  });

  it('opens every programme of the plan as its preset says, and shows both readings of 2.8 billion won', async () => {
    const presets = (await finance.get('/grant-call-presets')).body as Json[];
    expect(presets.map(({ plan }) => plan)).toEqual(['P13', 'P02', 'P11', 'P12', 'P21']);
    for (const { plan: _plan, name: _name, open: _open, proposal, recipientRole, ...preset } of presets) {
      const opened = await finance.post('/grant-calls', await ofOwn({ ...preset, ...(proposal === null ? {} : { proposal }), ...(recipientRole === null ? {} : { recipientRole }) }));
      expectStatus(opened, 201);
      const call = await shown(opened.body.id as string);
      expect(call.feasibility).toBe(preset.kind === 'OSMU' ? 'PENDING' : 'NOT_NEEDED');
      if (preset.kind !== 'BRIDGE') continue;
      expect(call.readings).toEqual([
        { basis: 'TOTAL', applies: false, projectWon: '2800000000', projectYearWon: null, allWon: '14000000000' },
        { basis: 'PER_YEAR', applies: true, projectWon: '8400000000', projectYearWon: '2800000000', allWon: '42000000000' },
      ]);
    }
  });

  it('founds the programme of its kind with the first call and finds it with the next', async () => {
    const answers = await Promise.all([2095, 2096].map((fiscalYear) => finance.post('/grant-calls', form({ kind: 'BASIC_TIER', fiscalYear }))));
    answers.forEach((answer) => expectStatus(answer, 201));
    const calls = ((await finance.get('/grant-calls')).body as Json[]).filter(({ id }) => answers.some(({ body }) => body.id === id));
    expect(calls).toHaveLength(2);
    expect(new Set(calls.map(({ programmeId }) => programmeId)).size).toBe(1);
  });

  it('happens once under a name, however many ask at once', async () => {
    const body = await ofOwn();
    const answers = await Promise.all([1, 2, 3].map(() => finance.post('/grant-calls', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(refusal(answers.find(({ status }) => status === 409) as (typeof answers)[number])).toEqual([409, 'grant-call.opened-already', '/name']);
  });

  it.each([
    ['an unknown kind', { kind: 'MOON' }, [400, 'request.invalid', '/kind']],
    ['no regime', { regime: undefined }, [400, 'request.invalid', '/regime']],
    ['a line of the other regime', { lines: ['D1', 'S1'] }, [400, 'grant-call.line-unknown', '/lines/1']],
    ['a proposal of nothing', { proposal: { amountWon: '0', clause: '-' } }, [400, 'request.invalid', '/proposal/amountWon']],
    ['a programme that is not there', { programmeId: NOWHERE }, [404, 'resource.not-found']],
    ['a term nobody knows', { terms: [{ key: 'grant.colour', value: '1', clause: '-', source: 'NOTICE' }] }, [400, 'grant-term.unknown', '/terms/0/key']],
    ['a term of something else', { terms: [{ key: 'voucher.face-won', value: '1', clause: '-', source: 'NOTICE' }] }, [400, 'grant-term.unknown', '/terms/0/key']],
    ['a value that is none', { terms: [{ key: 'grant.score-minimum', value: '육십', clause: '-', source: 'NOTICE' }] }, [400, 'grant-term.value', '/terms/0/value']],
  ])('refuses %s', async (_what, changes, expected) => {
    expect(refusal(await finance.post('/grant-calls', await ofOwn(changes)))).toEqual(expected);
  });
});
