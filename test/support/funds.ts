import type { Answer, Client, Json } from './client.js';

let counter = 0;

/** A business number that holds, different on every call. */
export function businessNumber(): string {
  counter += 1;
  const digits = `${210 + (process.pid % 500)}81${String(counter).padStart(4, '0')}`.slice(0, 9).split('').map(Number);
  const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
  const sum = digits.reduce((total, digit, index) => total + digit * (weights[index] ?? 0), 0) + Math.floor(((digits[8] ?? 0) * 5) / 10);
  return `${digits.join('')}${(10 - (sum % 10)) % 10}`;
}

/** A fund of 20 billion won in the state "nothing invested", formed by `manager`; investment period 2024 to 2027. */
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
    partners: [
      { name: '시험 모태펀드', kind: 'SPECIAL_LIMITED', businessNumber: businessNumber(), commitmentWon: '10000000000' },
      { name: '시험 공제회', kind: 'LIMITED', businessNumber: businessNumber(), commitmentWon: '9800000000' },
      { name: '시험기술지주(주)', kind: 'GENERAL', businessNumber: businessNumber(), commitmentWon: '200000000' },
    ],
    ...changes,
  };
}

export async function formFund(manager: Client, changes: Json = {}): Promise<{ id: string; number: string }> {
  const programmes = (await manager.get('/programmes')).body as { vintages: { id: string; year: number }[] }[];
  const vintageId = programmes[0]?.vintages.find((vintage) => vintage.year === 2024)?.id ?? '';
  const formed = await manager.post('/funds', fundForm(vintageId, changes));
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

export const recordDeal = (manager: Client, fundId: string, amountWon: string, changes: Json = {}): Promise<Answer> =>
  manager.post(`/funds/${fundId}/investments`, deal(amountWon, changes));
