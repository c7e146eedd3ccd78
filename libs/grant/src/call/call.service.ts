import { randomUUID } from 'node:crypto';
import { addDays, addYears, localDate, type LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import type { Won } from '#libs/money';
import { decidePolicies, type PolicyDraft, type PolicySource } from '#libs/policy';
import { createProgramme, getProgramme } from '#libs/programme';
import { insertBudget } from '../budget/budget.store.js';
import { LINES_OF_REGIME } from '../line/line.data.js';
import { sampleOfTerm } from '../term/term.query.js';
import { termValue } from '../term/term.rules.js';
import { callBook } from './call.charts.js';
import { regimePolicies } from './call.policy.js';
import { getCall, lockCall } from './call.query.js';
import { insertCall, insertCallLines, insertFeasibilityPass, type CallDraft } from './call.store.js';
import { requireOwnCommand } from './pool/pool.rules.js';
import { GRANT_KINDS, type AmountBasis, type CallLine, type GrantKind, type GrantRegime, type RecipientRole } from './call.js';

export interface OpeningTerm {
  readonly key: string;
  readonly value: string;
  readonly clause: string;
  readonly source: PolicySource;
}

export interface OpenCall {
  readonly kind: GrantKind;
  readonly regime: GrantRegime;
  readonly fiscalYear: number;
  /** Null: the year and the kind. */
  readonly name: string | null;
  readonly agency: string;
  readonly recipientRole: RecipientRole | null;
  readonly amountBasis: AmountBasis;
  readonly feasibility: 'NOT_NEEDED' | 'PENDING';
  /** Null: the programme of the kind, which is founded with its first call. */
  readonly programmeId: string | null;
  /** Codes of the lines on which money may be spent; null: every line of the regime. */
  readonly lines: readonly string[] | null;
  /** What the government proposed (정부안): on record, and no money yet. */
  readonly proposal: { readonly amountWon: Won; readonly clause: string } | null;
  readonly terms: readonly OpeningTerm[];
}

export interface OpenedCall {
  readonly id: string;
  readonly name: string;
}

/** How long a programme that is founded with its first call is planned to run [assumption]: the horizon of the plan of 2020. */
const PROGRAMME_YEARS = 10;

/** `grant-call.open`: a call of a programme with its lines and its terms. It has no money until a budget is decided. */
export const openGrantCall: Command<OpenCall, OpenedCall> = {
  name: 'grant-call.open',
  async execute(tx, context, input) {
    requireOwnCommand(input, context.command);
    const lines = linesOf(input);
    const programmeId = input.programmeId === null ? await programmeOf(tx, context, input) : (await getProgramme(tx, input.programmeId)).id;
    const name = input.name ?? `${input.fiscalYear}년 ${GRANT_KINDS[input.kind].ko}`;
    const call: CallDraft = { ...input, id: randomUUID(), programmeId, name, prefix: GRANT_KINDS[input.kind].prefix };
    await requireNew(tx, call);
    await insertCall(tx, context, call);
    await insertCallLines(tx, context, call.id, lines);
    await decideTerms(tx, context, call, input.terms);
    if (input.proposal !== null) {
      await insertBudget(tx, context, { ...input.proposal, id: randomUUID(), callId: call.id, fiscalYear: input.fiscalYear, stage: 'PROPOSAL', decidedOn: context.today });
    }
    context.announce('grant.changed', { callId: call.id });
    return { id: call.id, name };
  },
};

/** The lines that were chosen, in the order of the form of the regime. */
function linesOf({ regime, lines }: OpenCall): readonly CallLine[] {
  const known = LINES_OF_REGIME[regime];
  if (lines === null) return known;
  const stranger = lines.findIndex((code) => !known.some((line) => line.code === code));
  if (stranger >= 0) {
    throw invalidField(`/lines/${stranger}`, 'grant-call.line-unknown', {
      ko: `${lines[stranger] ?? ''}은(는) 이 법령 체계의 비목이 아닙니다. 쓸 수 있는 비목: ${known.map(({ code, name }) => `${code} ${name.ko}`).join(', ')}.`,
      en: `${lines[stranger] ?? ''} is no line of this regime. There are: ${known.map(({ code, name }) => `${code} ${name.en}`).join(', ')}.`,
    });
  }
  return known.filter(({ code }) => lines.includes(code));
}

/** The programme of a kind; whoever opens its first call founds it. */
async function programmeOf(tx: Tx, context: CommandContext, { kind, fiscalYear }: OpenCall): Promise<string> {
  const { programme: code, ko, en } = GRANT_KINDS[kind];
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('programme ' || $1, 0))`, [code]);
  const found: { id: string }[] = await tx.query('select id from programme where code = $1', [code]);
  if (found[0] !== undefined) return found[0].id;
  const horizonFrom = firstDay(fiscalYear);
  const founded = await createProgramme.execute(tx, context, {
    ...{ code, nameKo: `${ko} 사업`, nameEn: `${en} programme`, horizonFrom, horizonTo: addDays(addYears(horizonFrom, PROGRAMME_YEARS), -1) },
    ...{ targetCommitmentWon: null, obligationRatioBasisPoints: null, clause: '' },
  });
  return founded.id;
}

async function requireNew(tx: Tx, { programmeId, kind, fiscalYear, name }: CallDraft): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('grant calls of ' || $1, 0))`, [programmeId]);
  const same: unknown[] = await tx.query('select 1 from grant_call where programme_id = $1 and kind = $2 and fiscal_year = $3 and name = $4', [programmeId, kind, fiscalYear, name]);
  if (same.length === 0) return;
  const text = { ko: `‘${name}’ 공고가 이미 있습니다. 목록에서 고르거나 다른 이름을 적어 주세요.`, en: `There is a call '${name}' already. Choose it from the list, or give another name.` };
  throw new DomainError('conflict', 'grant-call.opened-already', text, { faults: [{ pointer: '/name', code: 'grant-call.opened-already', text }] });
}

async function decideTerms(tx: Tx, context: CommandContext, { id, regime, fiscalYear }: CallDraft, terms: readonly OpeningTerm[]): Promise<void> {
  const effectiveFrom = firstDay(fiscalYear);
  const decided: PolicyDraft[] = [];
  for (const [index, { key, value, clause, source }] of terms.entries()) {
    const read = termValue(key, value, await sampleOfTerm(tx, key, `/terms/${index}/key`), `/terms/${index}/value`);
    decided.push({ scope: callBook(id), key, value: read, effectiveFrom, effectiveTo: null, clause, source, knownAt: context.now });
  }
  const ofRegime = regimePolicies(regime, id, effectiveFrom, context.now).filter(({ key }) => !decided.some((term) => term.key === key));
  await decidePolicies(tx, context, [...ofRegime, ...decided]);
}

const firstDay = (fiscalYear: number): LocalDate => localDate(`${fiscalYear}-01-01`);

export interface PassFeasibility {
  readonly callId: string;
  readonly passedOn: LocalDate;
  readonly clause: string;
}

/** `grant-call.pass-feasibility`: the preliminary feasibility study (예비타당성조사) was passed; from that day on a budget may be decided. */
export const passFeasibility: Command<PassFeasibility, { readonly callId: string }> = {
  name: 'grant-call.pass-feasibility',
  async execute(tx, context, { callId, passedOn, clause }) {
    await lockCall(tx, callId);
    const { feasibility } = await getCall(tx, callId);
    if (feasibility !== 'PENDING') {
      throw new DomainError('conflict', 'grant-call.no-study-pending', {
        ko: feasibility === 'PASSED' ? '예비타당성조사 통과가 이미 기록되었습니다.' : '예비타당성조사 대상이 아닌 공고입니다.',
        en: feasibility === 'PASSED' ? 'The study is on record as passed.' : 'This call needs no feasibility study.',
      });
    }
    if (passedOn > context.today) throw invalidField('/passedOn', 'grant-call.not-passed-yet', { ko: '통과일이 오늘보다 뒤입니다. 통과한 뒤에 기록해 주세요.', en: 'The day lies in the future. Record it when it has come.' });
    await insertFeasibilityPass(tx, context, { callId, passedOn, clause });
    context.announce('grant.changed', { callId });
    return { callId };
  },
};

export const CALL_COMMANDS = [openGrantCall, passFeasibility] as const;
