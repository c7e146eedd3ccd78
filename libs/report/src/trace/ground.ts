/**
 * What a figure rests on where no entries add up to it: other figures that it is worked out from, the record that states it, or
 * the rule that lays it down. An operand is the key of a column in the same row, `totalOf` a column, or a `named` figure of the report.
 */
export type Ground =
  | { readonly kind: 'SUM'; readonly of: readonly string[]; readonly atLeastZero: boolean }
  | { readonly kind: 'RATIO'; readonly of: readonly [part: string, whole: string]; readonly rounding: PercentRounding }
  | { readonly kind: 'SAME'; readonly of: readonly [string] }
  | { readonly kind: 'WORDS'; readonly text: string; readonly of: readonly string[] }
  | { readonly kind: 'STATED'; readonly record: string; readonly commands: readonly string[] }
  | { readonly kind: 'RULE'; readonly rule: string };

/** What states an obligation is cut off, every other percentage is rounded half up. */
export type PercentRounding = 'truncate' | 'half-up';

/** A row of a register: the table that keeps it and its key. The command that wrote it is named beside it. */
export interface RecordOrigin {
  readonly register: RegisterName;
  readonly id: string;
}

/** Registers whose rows stand behind rows of reports: what a row of each is called. The names are those of the tables. */
export const REGISTERS = {
  capital_call: '출자요청',
  clawback: '바우처 환수 결정',
  fund_partner: '조합원 명부',
  grant_agreement: '협약',
  grant_asset: '장비·중요재산',
  grant_expense: '사업비 집행',
  grant_recovery: '회수 결정',
  grant_settlement: '정산 결정',
  investment: '투자',
  matching_clawback: '매칭 환수 제안·결정',
  matching_deposit: '민간부담금 입금',
  matching_release: '마일스톤 지급',
  voucher: '바우처',
  voucher_budget: '바우처 예산·한도 결정',
  voucher_service: '바우처 사용(금액은 계약, 청구가 있으면 마지막 청구)',
} as const;

export type RegisterName = keyof typeof REGISTERS;

const TOTAL = 'Σ';
const NAMED = '@';

/** The total of a column, as an operand. */
export const totalOf = (key: string): string => `${TOTAL}${key}`;

/** A figure that stands elsewhere in the report under a name, as an operand. */
export const named = (name: string): string => `${NAMED}${name}`;

/** Operands added up; one with a minus before it is taken off. */
export const sum = (...of: readonly string[]): Ground => ({ kind: 'SUM', of, atLeastZero: false });

/** The same, and zero where it would be less. */
export const sumAtLeastZero = (...of: readonly string[]): Ground => ({ kind: 'SUM', of, atLeastZero: true });

/** `part` of `whole` in percent with two decimals. */
export const ratio = (part: string, whole: string, rounding: PercentRounding = 'half-up'): Ground => ({ kind: 'RATIO', of: [part, whole], rounding });

/** The very figure that stands elsewhere under this name. */
export const same = (name: string): Ground => ({ kind: 'SAME', of: [named(name)] });

/** Worked out in a way that takes words to tell; `of` are the figures that go into it. */
export const words = (text: string, ...of: readonly string[]): Ground => ({ kind: 'WORDS', text, of });

/** Stated by records: which ones, and the commands that write them. */
export const stated = (record: string, ...commands: readonly string[]): Ground => ({ kind: 'STATED', record, commands });

/** Laid down by a rule: its key, version and clause. */
export const ruled = (rule: string): Ground => ({ kind: 'RULE', rule });

/** What an operand is, whether it is taken off, and the bare name or key. */
export function operandOf(text: string): { readonly scope: 'ROW' | 'TOTAL' | 'NAMED'; readonly name: string; readonly sign: 1n | -1n } {
  const sign = text.startsWith('-') ? -1n : 1n;
  const bare = sign === -1n ? text.slice(1) : text;
  if (bare.startsWith(TOTAL)) return { scope: 'TOTAL', name: bare.slice(TOTAL.length), sign };
  if (bare.startsWith(NAMED)) return { scope: 'NAMED', name: bare.slice(NAMED.length), sign };
  return { scope: 'ROW', name: bare, sign };
}
