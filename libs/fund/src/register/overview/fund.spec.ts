import { describe, expect, it } from '@jest/globals';
import { NO_FACTS } from '../register.js';
import { planRegister } from '../register.import.js';
import { planWith, recordedAfter, remarkOn, remarksOn, sheetOf, soundRows } from '../../../../../test/fixtures/register-sheets.js';

const SOUND = soundRows('조합개요');
const without = (item: string): string[] => SOUND.filter((row) => !row.startsWith(item));
const alone = (rows: readonly string[], header?: string) => planRegister([sheetOf('조합개요', rows, header)], NO_FACTS);
const changed = (item: string, row: string): string[] => [...without(item), row];

describe('the overview of a fund', () => {
  it('is read by item, with its clauses; what is optional may be missing', () => {
    const [fund] = alone(SOUND).newFacts.funds;
    expect(fund).toMatchObject({
      number: 'FND-2021-01',
      committedWon: 10_000_000_000n,
      foundedOn: '2021-03-05',
      obligationRatio: 5000,
      obligationBasis: 'COMMITTED',
      lifetimeExpensesWon: 1_000_000_000n,
      hurdle: null,
      feeMethod: '',
      recycling: false,
      clauses: { 약정총액: '규약 제11조', '투자기간 종료일': '규약 제16조', '주목적 의무비율': '규약 제23조' },
    });
  });

  it.each(['조합명', '약정총액', '출자1좌금액', '결성총회일', '투자기간 시작일', '투자기간 종료일', '존속기간 만료일', '주목적 의무비율', '존속기간 예상 보수·비용'])(
    'cannot do without %s',
    (item) => {
      const plan = alone(without(item));
      expect(remarksOn(plan, '조합개요')).toEqual([[1, 'REJECTED', 'REQUIRED_MISSING']]);
      expect(remarkOn(plan, '조합개요', 1)?.column).toBe(item);
      expect(plan.newFacts.funds).toEqual([]);
    },
  );

  it.each([
    ['약정총액', '약정총액(원) | 백억', 'AMOUNT_INVALID'],
    ['결성총회일', '결성총회일 | 2021년 봄', 'DATE_INVALID'],
    ['투자기간 종료일', '투자기간 종료일 | 2021-03-05', 'DATE_INVALID'],
    ['존속기간 만료일', '존속기간 만료일 | 2025-03-03', 'DATE_INVALID'],
    ['주목적 의무비율', '주목적 의무비율 | 절반', 'AMOUNT_INVALID'],
    ['의무비율 산정기준', '의무비율 산정기준 | 고정금액', 'REQUIRED_MISSING'],
  ])('%s: "%s" is rejected with %s', (item, row, code) => {
    expect(remarksOn(alone(changed(item, row)), '조합개요')).toEqual([[1, 'REJECTED', code]]);
  });

  it.each([
    ['약정총액', '약정총액(백만원) | 10,000', 'UNIT_CONVERTED'],
    ['주목적 의무비율', '주목적 의무비율 | 0.5', 'VALUE_ASSUMED'],
    ['주목적 의무비율', '주목적 의무비율 | 50', 'VALUE_ASSUMED'],
    ['의무비율 산정기준', '의무비율 산정기준 | 약정금 총액?', 'VALUE_ASSUMED'],
    ['재투자 허용', '재투자 허용 | 검토 중', 'VALUE_ASSUMED'],
    ['조합등록일', '조합등록일 | 2021-03-01', 'VALUE_ASSUMED'],
    ['납입지연 연체이자율', '납입지연 연체이자율 | 협의', 'VALUE_ASSUMED'],
  ])('%s: "%s" is taken with %s', (item, row, code) => {
    const plan = alone(changed(item, row));
    expect(remarksOn(plan, '조합개요')).toEqual([[1, 'WARNED', code]]);
    expect(plan.newFacts.funds[0]).toMatchObject({ committedWon: 10_000_000_000n, obligationRatio: 5000, obligationBasis: 'COMMITTED', recycling: false });
  });

  it('holds as many funds as it has columns', () => {
    const rows = SOUND.map((row) => row.replace(/^([^|]+) \| ([^|]+?)( \| .*)?$/u, '$1 | $2 | $2$3'));
    const plan = alone([...rows.slice(0, -1), '재투자 허용 | 불가 | 허용'], '항목 | FND-2021-01 | ＦＮＤ－2022-03 | 규약 조항');
    expect(plan.newFacts.funds.map((fund) => [fund.number, fund.recycling, fund.clauses['약정총액']])).toEqual([
      ['FND-2021-01', false, '규약 제11조'],
      ['FND-2022-03', true, '규약 제11조'],
    ]);
    expect(plan.sheets[0]?.dataRows).toBe(2);
  });

  it('says so when it has no fund, or no header', () => {
    expect(remarksOn(alone(SOUND, '항목 | 값 | 규약 조항'), '조합개요')).toEqual([[null, 'REJECTED', 'HEADER_MISSING']]);
    expect(remarksOn(alone(SOUND, '이름 | FND-2021-01 | 규약 조항'), '조합개요')).toEqual([[null, 'REJECTED', 'HEADER_MISSING']]);
    expect(remarksOn(alone(SOUND, '항목 | FND-21-1 | 규약 조항'), '조합개요')).toEqual([[1, 'REJECTED', 'REQUIRED_MISSING']]);
  });

  it('on record is never overwritten', () => {
    const known = recordedAfter(planWith({}));
    expect(planWith({ 조합개요: SOUND }, known).sheets[0]?.rows[0]?.outcome).toBe('UNCHANGED');
    const plan = planWith({ 조합개요: changed('주목적 의무비율', '주목적 의무비율 | 60%') }, known);
    expect(remarksOn(plan, '조합개요')).toEqual([[1, 'REJECTED', 'DIFFERS_FROM_RECORD']]);
    expect(remarkOn(plan, '조합개요', 1)?.text.ko).toContain('주목적 의무비율: 5000 → 6000');
  });
});
