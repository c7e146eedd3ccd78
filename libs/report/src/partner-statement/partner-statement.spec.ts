import { describe, expect, it } from '@jest/globals';
import { InvariantError } from '#libs/errors';
import { won } from '#libs/money';
import { tableOf } from '../report/report.js';
import { tv2Statement } from '../testing/statement.js';
import { allStatementsModel } from './all-statements.model.js';
import { partnerStatementModel } from './partner-statement.model.js';
import type { PartnerStatement } from './partner-statement.js';

describe('the statement of one partner', () => {
  const draft = partnerStatementModel(tv2Statement(), 'partner-1');

  it('is the opening and the movements, to the won', () => {
    const { rows, totals } = tableOf(draft, 'account');
    expect(rows.map(({ cells }) => [cells.item, cells.quarterWon, cells.lifeWon])).toEqual([
      ['기초 자본계정', '3,970,000,000', '0'],
      ['납입(출자금)', '0', '4,000,000,000'],
      ['분배(△)', '△150,000,000', '△150,000,000'],
      ['관리보수·조합비용 배분', '△50,000,000', '△80,000,000'],
      ['실현손익 배분', '195,000,000', '195,000,000'],
      ['평가손익 변동 배분', '0', '0'],
      ['성과보수·손실충당 조정', '0', '0'],
    ]);
    expect(totals).toMatchObject({ quarterWon: '3,965,000,000', yearWon: '3,965,000,000', lifeWon: '3,965,000,000' });
  });

  it('names the partner, the quarter and what was paid, and no other partner', () => {
    expect(draft.meta).toMatchObject({ subjectNumber: 'FND-2021-02-P01', subjectName: '모태펀드 · 이음 공공기술사업화 투자조합' });
    expect(tableOf(draft, 'movements').rows.map(({ cells }) => [cells.movedOn, cells.kind, cells.paidOutWon])).toEqual([['2023. 6. 15.', '분배금 지급', '150,000,000']]);
    for (const other of ['공제회', '은행A', '기업B']) expect(JSON.stringify(draft)).not.toContain(other);
  });

  it('is not found for a partner of another fund', () => {
    expect(() => partnerStatementModel(tv2Statement(), 'partner-9')).toThrow(expect.objectContaining({ code: 'resource.not-found' }));
  });
});

describe('the statements of all partners', () => {
  const draft = allStatementsModel(tv2Statement());

  it('add up to the net asset value of the fund', () => {
    expect(tableOf(draft, 'accounts').totals).toMatchObject({ openingWon: '7,940,000,000', distributedWon: '△300,000,000', feesWon: '△100,000,000', realisedWon: '390,000,000', closingWon: '7,930,000,000' });
  });

  it('have a section for each partner, with the account that the partner gets', () => {
    expect(tableOf(draft, 'partner-3')).toEqual(tableOf(partnerStatementModel(tv2Statement(), 'partner-3'), 'account'));
  });
});

describe('a statement that does not tie', () => {
  const with1 = (change: Partial<PartnerStatement>) => tv2Statement({ statements: tv2Statement().statements.map((each, at) => (at === 1 ? { ...each, ...change } : each)) });
  const statement = tv2Statement().statements[1] as PartnerStatement;
  const off: [string, Partial<PartnerStatement>][] = [
    ['a closing that is one won off', { quarter: { ...statement.quarter, closingWon: won(statement.quarter.closingWon + 1n) } }],
    ['an opening that is one won off', { year: { ...statement.year, openingWon: won(statement.year.openingWon + 1n) } }],
    ['a payment that is in no movement', { movements: [] }],
    ['a payment to the fund that the partner does not have', { life: { ...statement.life, contributedWon: won(statement.life.contributedWon + 1n), closingWon: won(statement.life.closingWon + 1n) } }],
  ];
  it.each(off)('is refused for %s, alone and among all', (_what, change) => {
    expect(() => partnerStatementModel(with1(change), 'partner-2')).toThrow(InvariantError);
    expect(() => allStatementsModel(with1(change))).toThrow(InvariantError);
  });

  it('is refused where the fund is worth a won more than its partners', () => {
    const { accounts } = tv2Statement();
    const facts = tv2Statement({ accounts: { ...accounts, netAssetValueWon: won(accounts.netAssetValueWon + 1n) } });
    expect(() => partnerStatementModel(facts, 'partner-1')).toThrow(InvariantError);
  });
});
