import { randomInt } from 'node:crypto';
import { Client, type Answer, type Json } from './client.js';

const WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5];

/** A business number of a company that holds, another one on every call. */
export function businessNumber(): string {
  const digits = `${randomInt(100, 1000)}81${String(randomInt(10_000)).padStart(4, '0')}`.split('').map(Number);
  const sum = digits.reduce((total, digit, index) => total + digit * (WEIGHTS[index] ?? 0), 0) + Math.floor(((digits[8] ?? 0) * 5) / 10);
  return `${digits.join('')}${(10 - (sum % 10)) % 10}`;
}

/** The vintage of a year in the programme of the demo. */
export async function vintageOf(year: number): Promise<string> {
  const programmes = (await Client.as('manager').get('/programmes')).body as { code: string; vintages: { id: string; year: number }[] }[];
  const programme = programmes.find((each) => each.code === 'PTC-FUND');
  return programme?.vintages.find((vintage) => vintage.year === year)?.id ?? '';
}

/** Three partners with 20 billion won in all. */
export function partners(): Json[] {
  return [
    { name: '시험 모태펀드', kind: 'SPECIAL_LIMITED', businessNumber: businessNumber(), commitmentWon: '10000000000' },
    { name: '시험 공제회', kind: 'LIMITED', businessNumber: businessNumber(), commitmentWon: '9800000000' },
    { name: '시험기술지주(주)', kind: 'GENERAL', businessNumber: businessNumber(), commitmentWon: '200000000' },
  ];
}

/** A fund of 20 billion won in the state "nothing invested"; investment period 2024 to 2027, K = 17.4 and H = 7.4 billion. */
export function fundForm(vintageId: string, changes: Json = {}): Json {
  return {
    vintageId,
    name: '시험 공공기술사업화 투자조합',
    custodian: '시험은행(수탁)',
    unitWon: '1000000',
    foundedOn: '2024-01-15',
    registeredOn: '2024-01-26',
    investmentFrom: '2024-01-15',
    investmentTo: '2028-01-14',
    lifeTo: '2032-01-14',
    obligationRatioBasisPoints: 5000,
    obligationBasis: 'COMMITTED',
    obligationClause: '규약 제23조',
    lifetimeExpensesWon: '2600000000',
    partners: partners(),
    ...changes,
  };
}

export async function formFund(manager: Client, changes: Json = {}): Promise<{ id: string; number: string }> {
  const form = async (): Promise<Answer> => manager.post('/funds', fundForm(await vintageOf(2024), changes));
  const first = await form();
  // Another spec may have taken the next number by name in the same moment.
  const formed = first.status === 409 ? await form() : first;
  if (formed.status !== 201) throw new Error(`forming a fund answered ${formed.status}: ${formed.bytes.toString()}`);
  return formed.body as { id: string; number: string };
}

export function deal(amountWon: string, changes: Json = {}): Json {
  return {
    company: { name: '(주)시험기업', businessNumber: businessNumber(), incorporatedOn: '2022-03-02' },
    kind: 'NEW',
    instrument: 'RCPS',
    amountWon,
    paidOn: '2024-06-03',
    ...changes,
  };
}

/** A claim of main-purpose recognition with all its documents. */
export const CLAIM = {
  recognition: { route: 'LAB_COMPANY', companyBasis: 'STARTUP' },
  evidence: [
    { kind: '연구소기업 등록증', issuedOn: '2023-10-29' },
    { kind: '주주명부', issuedOn: '2024-05-20' },
  ],
};

export const recordDeal = (manager: Client, fundId: string, amountWon: string, changes: Json = {}): Promise<Answer> =>
  manager.post(`/funds/${fundId}/investments`, deal(amountWon, changes));

/** A recorded deal that claims recognition and waits for the decision. */
export async function pendingDeal(fundId: string, amountWon: string): Promise<string> {
  const recorded = await recordDeal(Client.as('manager'), fundId, amountWon, CLAIM);
  if (recorded.status !== 201) throw new Error(`recording a deal answered ${recorded.status}: ${recorded.bytes.toString()}`);
  return (recorded.body as { id: string }).id;
}

export function decision(kind: string, changes: Json = {}): Json {
  const prongs = kind === 'QUALIFIED' ? { route: 'LAB_COMPANY', companyBasis: 'STARTUP' } : {};
  return { decision: kind, ...prongs, effectiveOn: '2024-06-03', reason: '증빙 확인', ...changes };
}

export const decide = (investmentId: string, kind: string, changes: Json = {}): Promise<Answer> =>
  Client.as('compliance').post(`/investments/${investmentId}/classifications`, decision(kind, changes));

/** Where the fund stands now. */
export async function obligation(fundId: string, query = ''): Promise<Json> {
  return (await Client.as('auditor').get(`/funds/${fundId}/obligation${query}`)).body;
}
