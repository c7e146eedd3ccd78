import { describe, expect, it } from '@jest/globals';
import { planWith, recordedAfter, remarkOn, remarksOn, soundRows } from '../../../../../test/fixtures/register-sheets.js';

const COLUMNS = [
  'fund', 'number', 'kind', 'committeeOn', 'paidOn', 'company', 'businessNumber', 'incorporatedOn', 'instrument', 'amount', 'shares', 'price', 'round',
  'route', 'basis', 'evidence', 'decision', 'decidedOn', 'effectiveOn', 'revokedOn', 'revokedFrom', 'origin', 'note',
] as const;
type Cells = Partial<Record<(typeof COLUMNS)[number], string>>;

const SOUND: Cells = {
  fund: 'FND-2021-01',
  number: 'INV-2022-0001',
  kind: '신규',
  paidOn: '2022-06-15',
  company: '(주)미르솔센서',
  businessNumber: '170-87-37258',
  incorporatedOn: '2019-05-11',
  instrument: '상환전환우선주(RCPS)',
  amount: '500000000',
  route: '기술이전',
  basis: '창업기업',
  evidence: '기술이전계약서(2022-01-27); 기술료 납부증빙(2022-05-25); 공공연구기관 확인서(2022-05-22); 특허등록원부(2022-06-08)',
  decision: '인정',
  decidedOn: '2022-06-10',
  effectiveOn: '2022-06-15',
};
const row = (cells: Cells): string => COLUMNS.map((column) => ({ ...SOUND, ...cells })[column] ?? '').join(' | ');
const EARLIER = soundRows('투자현황');
/** The sound deal of the register in row 2, then these. */
const withRows = (...cells: Cells[]) => planWith({ 투자현황: [...EARLIER, ...cells.map(row)] });
const factOf = (...cells: Cells[]) => withRows(...cells).newFacts.investments.at(-1);

describe('an investment is rejected by the first check that fails', () => {
  it.each<[Cells, string, string]>([
    [{ paidOn: '', committeeOn: '미정', amount: '미정' }, 'REQUIRED_MISSING', '투자금 납입일'],
    [{ company: '#N/A' }, 'REQUIRED_MISSING', '기업명'],
    [{ decidedOn: '6월 중순', amount: '미정' }, 'DATE_INVALID', '판정일'],
    [{ amount: '약 5억', businessNumber: '1' }, 'AMOUNT_INVALID', '투자금액'],
    [{ amount: '0' }, 'AMOUNT_INVALID', '투자금액'],
    [{ shares: '오만 주' }, 'AMOUNT_INVALID', '주식수'],
    [{ businessNumber: '170-87-3725' }, 'BRN_FORMAT', '사업자등록번호'],
    [{ businessNumber: '170-87-37259', fund: 'FND-2099-01' }, 'BRN_CHECKSUM', '사업자등록번호'],
    [{ fund: 'FND-2099-01' }, 'REFERENCE_UNKNOWN', '조합번호'],
    [{ kind: '재투자' }, 'REFERENCE_UNKNOWN', '거래구분'],
    [{ instrument: '신종자본증권' }, 'REFERENCE_UNKNOWN', '투자유형'],
    [{ instrument: '보통주(CB)' }, 'REFERENCE_UNKNOWN', '투자유형'],
    [{ number: ' inv-2021-0001' }, 'DUPLICATE_ROW', '투자번호'],
    [{ kind: '전환', decision: '전환', origin: 'INV-2021-0009' }, 'REFERENCE_UNKNOWN', '원투자번호'],
    [{ kind: '전환', decision: '전환' }, 'REFERENCE_UNKNOWN', '원투자번호'],
  ])('%j: %s at %s', (cells, code, column) => {
    expect(remarkOn(withRows(cells), '투자현황', 3)).toMatchObject({ code, column });
  });

  it('only what was accepted makes a duplicate', () => {
    expect(remarksOn(withRows({ paidOn: '' }, {}, {}), '투자현황')).toEqual([
      [3, 'REJECTED', 'REQUIRED_MISSING'],
      [5, 'REJECTED', 'DUPLICATE_ROW'],
    ]);
  });
});

describe('words of the register', () => {
  it.each([
    ['보통주', 'COMMON'],
    ['RCPS', 'RCPS'],
    ['CPS(전환우선주)', 'CPS'],
    ['전환사채 (CB)', 'CB'],
    ['조건부지분인수계약（ＳＡＦＥ）', 'SAFE'],
    ['구주', 'SECONDARY'],
  ])('instrument %s is %s', (instrument, meaning) => {
    expect(factOf({ instrument })?.instrument).toBe(meaning);
  });

  it.each([
    ['기술이전(실시권)', 'TECH_TRANSFER'],
    ['기술현물출자', 'IN_KIND'],
    ['연구소기업', 'LAB_COMPANY'],
    ['기술지주 자회사', 'HOLDING_SUBSIDIARY'],
    ['교수창업', 'RESEARCHER_SPINOFF'],
    ['국가R&D 사업화', 'GOV_RND'],
    ['공동연구', 'JOINT_RND'],
    ['사전인정(예외)', 'APPROVED_EXCEPTION'],
    ['-', null],
  ])('route %s is %s', (route, meaning) => {
    expect(factOf({ route })?.route).toBe(meaning);
  });

  it('evidence comes with its dates, whatever separates it', () => {
    expect(factOf({ evidence: '정관; 주주명부 (2022. 3. 19.)；질의회신(제12호)(2022-01-05); 확인서(준용)' })?.evidence).toEqual([
      { kind: '정관', issuedOn: null },
      { kind: '주주명부', issuedOn: '2022-03-19' },
      { kind: '질의회신(제12호)', issuedOn: '2022-01-05' },
      { kind: '확인서(준용)', issuedOn: null },
    ]);
  });
});

describe('decisions', () => {
  const on = { decidedOn: '2022-06-10', effectiveOn: '2022-06-15' };

  it.each<[Cells, unknown]>([
    [{}, [{ decision: 'QUALIFIED', ...on }]],
    [{ decision: '불인정' }, [{ decision: 'NOT_QUALIFIED', ...on }]],
    [{ decision: '보류', decidedOn: '', effectiveOn: '' }, [{ decision: 'PENDING', decidedOn: '2022-06-15', effectiveOn: '2022-06-15' }]],
    [{ decision: '해당없음', route: '-' }, []],
    [{ decision: '' }, []],
    [{ revokedOn: '2024-05-02', revokedFrom: '2024-01-01' }, [{ decision: 'QUALIFIED', ...on }, { decision: 'REVOKED', decidedOn: '2024-05-02', effectiveOn: '2024-01-01' }]],
    [{ kind: '전환', decision: '전환', origin: 'INV-2021-0001' }, []],
  ])('%j', (cells, decisions) => {
    const plan = withRows(cells);
    expect(plan.newFacts.investments.at(-1)?.decisions).toEqual(decisions);
    expect(remarksOn(plan, '투자현황')).toEqual([]);
  });

  it.each<[Cells, string[]]>([
    [{ route: '-' }, ['ROUTE_MISSING']],
    [{ basis: '' }, ['ROUTE_MISSING']],
    [{ basis: '중견기업' }, ['VALUE_ASSUMED', 'ROUTE_MISSING']],
    [{ decidedOn: '' }, ['DECISION_UNDATED']],
    [{ effectiveOn: '' }, ['DECISION_UNDATED']],
    [{ decision: '조건부' }, ['VALUE_ASSUMED']],
  ])('half a recognition %j is kept as pending with %j', (cells, codes) => {
    const plan = withRows(cells);
    expect(plan.newFacts.investments.at(-1)?.decisions.map((each) => each.decision)).toEqual(['PENDING']);
    expect(remarksOn(plan, '투자현황')).toEqual([[3, 'WARNED', ...codes]]);
  });

  it('a cancellation with one date counts from it', () => {
    const plan = withRows({ revokedFrom: '2024-01-01' });
    expect(plan.newFacts.investments.at(-1)?.decisions[1]).toEqual({ decision: 'REVOKED', decidedOn: '2024-01-01', effectiveOn: '2024-01-01' });
    expect(remarksOn(plan, '투자현황')).toEqual([[3, 'WARNED', 'DECISION_UNDATED']]);
  });
});

describe('an investment is taken with a warning', () => {
  it.each<[Cells, string]>([
    [{ shares: '50000', price: '10,001' }, 'SHARE_PRICE_MISMATCH'],
    [{ amount: '2000000001' }, 'SINGLE_COMPANY_CAP'],
    [{ evidence: '기술이전계약서(2022-01-27); 기술료납부증빙; 특허등록원부' }, 'EVIDENCE_INCOMPLETE'],
    [{ evidence: SOUND.evidence?.replace('2022-01-27', '2022-06-16') ?? '' }, 'EVIDENCE_AFTER_PAYMENT'],
    [{ evidence: SOUND.evidence?.replace('2022-01-27', '2017-06-14') ?? '' }, 'TRANSFER_WINDOW_EXCEEDED'],
    [{ incorporatedOn: '2015-06-14' }, 'STARTUP_AGE_EXCEEDED'],
    [{ kind: '후속', origin: 'INV-2020-0001' }, 'ORIGIN_UNKNOWN'],
    [{ evidence: `${SOUND.evidence ?? ''}; 정관(2022-13-01)` }, 'VALUE_ASSUMED'],
  ])('%j: %s', (cells, code) => {
    expect(remarksOn(withRows(cells), '투자현황')).toEqual([[3, 'WARNED', code]]);
  });

  it.each<[Cells]>([
    [{ evidence: SOUND.evidence?.replace('2022-01-27', '2022-06-15') ?? '' }],
    [{ evidence: SOUND.evidence?.replace('2022-01-27', '2017-06-15') ?? '' }],
    [{ incorporatedOn: '2015-06-15' }],
    [{ incorporatedOn: '2010-06-15', basis: '벤처기업' }],
    [{ evidence: '', kind: '후속', origin: 'INV-2021-0001' }],
    [{ evidence: '', decision: '보류' }],
    [{ amount: '2000000000' }],
    [{ shares: '0', price: '0' }],
  ])('%j is sound', (cells) => {
    expect(remarksOn(withRows(cells), '투자현황')).toEqual([]);
  });

  it('the cap counts earlier deals of the company, not later ones, and no conversion', () => {
    const again = { company: '가람솔바이오랩㈜', businessNumber: '4128181087', kind: '후속', origin: 'INV-2021-0001', evidence: '' };
    const rows = [{ ...again, amount: '1000000001' }, { ...again, number: 'INV-2021-0002', kind: '전환', decision: '전환', paidOn: '2021-12-01', amount: '1000000000' }];
    expect(remarksOn(withRows(...rows), '투자현황')).toEqual([[3, 'WARNED', 'SINGLE_COMPANY_CAP']]);
  });
});

describe('an investment on record', () => {
  const known = recordedAfter(withRows({}));
  const again = (cells: Cells) => planWith({ 투자현황: [...EARLIER, row(cells)] }, known);

  it.each<[Cells]>([[{}], [{ company: '미르솔센서' }, ], [{ note: '오타 정정' }], [{ decision: '' }], [{ committeeOn: '' }]])('%j says nothing new', (cells) => {
    expect(again(cells).sheets.find((sheet) => sheet.name === '투자현황')?.rows[1]?.outcome).toBe('UNCHANGED');
  });

  it('is not overwritten', () => {
    const plan = again({ amount: '600000000', decision: '불인정' });
    expect(remarksOn(plan, '투자현황')).toEqual([[3, 'REJECTED', 'DIFFERS_FROM_RECORD']]);
    expect(remarkOn(plan, '투자현황', 3)?.text.ko).toContain('투자금액: 500,000,000 → 600,000,000; 주목적 판정: QUALIFIED 2022-06-10 2022-06-15 → NOT_QUALIFIED');
  });
});
