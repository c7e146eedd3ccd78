import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../support/client.js';
import { CLAIM, decide, formFund, obligation, recordDeal } from '../support/funds.js';
import { pdfBytes } from '../support/files.js';

/** Some of what a deal is judged by: room, capital, cash, restrictions and its claim. */
const CHECKED = ['obligation-stays-reachable', 'deal-fits-investable-capital', 'custodian-cash-covers-the-deal', 'company-is-no-financial-company', 'route-has-its-evidence'];

/** S1 of docs/domain.md: a fund is formed, calls capital, invests three times, and loses the recognition of one deal. */
describe('from the founding of a fund to the day its ratio falls', () => {
  const [manager, finance, compliance] = [Client.as('manager'), Client.as('finance'), Client.as('compliance')];
  let fundId: string;
  const deals: string[] = [];
  const ratio = async (query = ''): Promise<string> => (await obligation(fundId, query)).decisive.ratioPercent as string;

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
  });

  it('partners are asked for eight billion and pay it', async () => {
    const call = (await finance.post(`/funds/${fundId}/capital-calls`, { amountWon: '8000000000', purpose: '최초 납입', noticeOn: '2024-02-01', dueOn: '2024-02-20' })).body;
    for (const share of call.shares as Json[]) {
      const received = await finance.post(`/capital-calls/${call.id}/receipts`, { partnerId: share.partnerId, amountWon: share.amountWon, valueOn: '2024-02-20' });
      expect([received.status, received.body.unpaidWon, received.body.overdueInterestWon]).toEqual([201, '0', '0']);
    }
    expect((await obligation(fundId)).paidInWon).toBe('8000000000');
  });

  it('three deals are paid, with the cash that came, and their claims filed with their documents', async () => {
    for (const [amountWon, company] of [['2000000000', '(주)새봄'], ['1500000000', '(주)물결'], ['300000000', '(주)슬기']] as const) {
      const file = (await manager.upload('/documents', pdfBytes(company), `${company} 등록증.pdf`)).body;
      const [certificate, ...others] = CLAIM.evidence;
      const recorded = await recordDeal(manager, fundId, amountWon, { ...CLAIM, evidence: [{ ...certificate, documentId: file.id }, ...others] });
      const verdicts = recorded.body.verdicts as { rule: string; result: string }[];
      // The certificate names neither institute nor shares: these three ask for it, and hold nothing up.
      expect([recorded.status, verdicts.filter(({ result }) => result !== 'PASS').map(({ rule, result }) => `${result} ${rule}`)]).toEqual([201, ['WARN institute-is-on-the-list', 'WARN lab-company-is-registered', 'WARN institute-holds-enough']]);
      expect(verdicts.map(({ rule }) => rule)).toEqual(expect.arrayContaining(CHECKED));
      deals.push(recorded.body.id as string);
    }
    expect(await ratio()).toBe('0.00');
  });

  it('compliance reads the documents and accepts all three', async () => {
    for (const id of deals) {
      const { requirements } = (await compliance.get(`/investments/${id}`)).body as { requirements: Json[] };
      expect(requirements.every(({ present }) => present === true)).toBe(true);
      expect((await decide(id, 'QUALIFIED')).status).toBe(201);
    }
    expect(await ratio()).toBe('19.00');
  });

  it('the certificate of one turns out to be void: recognition is revoked, and the ratio falls', async () => {
    const revoked = await decide(deals[1] ?? '', 'REVOKED', { effectiveOn: '2024-09-30', reason: '연구소기업 등록 취소(2024. 9. 30.)' });
    expect([revoked.body.before.ratioPercent, revoked.body.after.ratioPercent]).toEqual(['19.00', '11.50']);
    expect([await ratio('?asOf=2024-09-29'), await ratio('?asOf=2024-09-30')]).toEqual(['19.00', '11.50']);
  });

  it('and everybody can see why: the decisions with their reasons, the entries with their people', async () => {
    const { classifications } = (await Client.as('auditor').get(`/investments/${deals[1]}`)).body as { classifications: Json[] };
    expect(classifications.map(({ decision, reason, decidedBy }) => [decision, reason, decidedBy])).toEqual([
      ['QUALIFIED', '증빙 확인', '정다온'],
      ['REVOKED', '연구소기업 등록 취소(2024. 9. 30.)', '정다온'],
    ]);
    const entries = (await Client.as('auditor').get(`/ledger/entries?book=fund/${fundId}&subject=${deals[1]}`)).body as Json[];
    expect(entries.map(({ posting, actor, effectiveOn }) => [posting, actor, effectiveOn])).toEqual([
      ['fund.recognition-withdrawn', 'compliance', '2024-09-30'],
      ['fund.recognition-accepted', 'compliance', '2024-06-03'],
      ['fund.investment-paid', 'manager', '2024-06-03'],
    ]);
  });
});
