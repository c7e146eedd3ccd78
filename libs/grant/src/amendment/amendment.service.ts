import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import type { JournalEntry } from '#libs/journal';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { won } from '#libs/money';
import type { Agreement } from '../agreement/agreement.js';
import { agreed, commitmentReleased, linesSet } from '../agreement/agreement.posting.js';
import { getAgreement, linesOfAgreement, lockAgreements } from '../agreement/agreement.query.js';
import { budgetCoversTheAgreement } from '../agreement/agreement.rules.js';
import { judgePlanShares } from '../agreement/agreement.service.js';
import { insertFunding, insertVersion } from '../agreement/agreement.store.js';
import { bookLineKey, lineDeltas } from '../agreement/plan/plan.js';
import { requirePlan } from '../agreement/plan/plan.rules.js';
import { requireOpenStages } from '../agreement/standing/final-stage.query.js';
import { callBook } from '../call/call.charts.js';
import { getCall, linesOfCall, lockCall, policiesOfCall } from '../call/call.query.js';
import type { CallLine, GrantCall } from '../call/call.js';
import { amended, carriedIsLeft, changesBetween, linesCoverWhatWasUsed, needOf, noticeHoldsNoMore, requireChange, stagesTouched, type VersionWhole } from './amendment.rules.js';
import { fundingDeltas, tranchesFitThePlan, wholeOf, type FundingDelta } from './amendment.query.js';
import type { AmendmentDraft, Change, Need } from './amendment.js';

export interface AmendAgreement {
  readonly agreementId: string;
  readonly draft: AmendmentDraft;
  readonly decidedOn: LocalDate;
  readonly effectiveOn: LocalDate;
  readonly reason: string;
  readonly documentId: string | null;
}

export interface AmendedAgreement {
  readonly agreementId: string;
  readonly version: number;
  /** What the changes together need, whichever command they came by. */
  readonly need: Need;
  readonly changes: readonly Change[];
  readonly entries: readonly PostedEntry[];
}

interface Amendment {
  readonly agreement: Agreement;
  readonly call: GrantCall;
  readonly lines: readonly CallLine[];
  readonly before: VersionWhole;
  readonly after: VersionWhole;
}

/** Changes of an agreement: by approval, or by a notice that holds nothing that needs one. */
@Injectable()
export class AmendmentService {
  constructor(private readonly ledger: Ledger) {}

  /** `grant-agreement.amend`: whatever the law wants approved beforehand (국가연구개발혁신법 제11조, 보조금법 제23조), and what goes along with it. */
  readonly amend: Command<AmendAgreement, AmendedAgreement> = {
    name: 'grant-agreement.amend',
    execute: (tx, context, input) => this.change(tx, context, input, 'APPROVAL'),
  };

  /** `grant-agreement.notify`: what the institution may change by telling it (시행령 제14조제2항); the database refuses anything else. */
  readonly notify: Command<AmendAgreement, AmendedAgreement> = {
    name: 'grant-agreement.notify',
    execute: (tx, context, input) => this.change(tx, context, input, 'NOTICE'),
  };

  private async change(tx: Tx, context: CommandContext, input: AmendAgreement, manner: Need): Promise<AmendedAgreement> {
    const amendment = await prepare(tx, context, input);
    const { agreement, call, lines, before, after } = amendment;
    const changes = changesBetween(before, after, call.regime, lines);
    requireChange(changes);
    const funding = await fundingDeltas(tx, agreement, after.plan.sources);
    context.judge([...(manner === 'NOTICE' ? [noticeHoldsNoMore(changes)] : []), ...(await judgeAmendment(tx, context, amendment)), ...funding.flatMap(({ need }) => (need === null ? [] : [budgetCoversTheAgreement(need)]))]);
    const answer = { agreementId: agreement.id, version: agreement.version + 1, need: needOf(changes), changes };
    if (context.blocked) return { ...answer, entries: [] };
    const { decidedOn, effectiveOn, reason, documentId } = input;
    const stagesMoved = JSON.stringify(before.terms.stages) !== JSON.stringify(after.terms.stages);
    const row = { agreementId: agreement.id, callId: call.id, version: agreement.version + 1, manner, decidedOn, effectiveOn, reason, documentId, stagesMoved };
    await insertVersion(tx, context, { ...row, ...after.terms }, after.plan);
    await insertFunding(tx, context, agreement.id, funding, reason);
    const entries = await this.post(tx, context, amendment, funding);
    context.announce('grant.changed', { callId: call.id });
    return { ...answer, entries };
  }

  private async post(tx: Tx, context: CommandContext, { agreement, call, before, after }: Amendment, funding: readonly FundingDelta[]): Promise<readonly PostedEntry[]> {
    const effectiveOn = await this.ledger.bookableDay(tx, callBook(call.id), context.today);
    const about = { callId: call.id, agreementId: agreement.id, effectiveOn, memo: `협약 변경 ${agreement.number} 제${agreement.version + 1}판` };
    const ids = new Map((await linesOfAgreement(tx, agreement.id)).map((line) => [bookLineKey(line), line.id]));
    const deltas = new Map([...lineDeltas(before.plan.lines, after.plan.lines)].map(([key, delta]) => [ids.get(key) ?? '', delta]));
    const ofFunding = funding.map(({ fiscalYear, amountWon, closed }): JournalEntry => (amountWon > 0n ? agreed(about, fiscalYear, amountWon) : commitmentReleased(about, { fiscalYear, closed }, -amountWon)));
    return this.ledger.post(tx, context, [...ofFunding, ...(deltas.size === 0 ? [] : [linesSet(about, deltas)])]);
  }
}

async function prepare(tx: Tx, context: CommandContext, { agreementId, draft, decidedOn }: AmendAgreement): Promise<Amendment> {
  const { callId } = await getAgreement(tx, agreementId);
  await lockCall(tx, callId);
  await lockAgreements(tx, [agreementId]);
  const agreement = await getAgreement(tx, agreementId);
  if (agreement.state !== 'ACTIVE' && agreement.state !== 'SUSPENDED') {
    throw new DomainError('conflict', 'grant-agreement.not-under-way', { ko: '수행 중인 협약만 변경할 수 있습니다. 끝난 협약은 정산에서 바로잡아 주세요.', en: 'Only an agreement under way is changed. What ended is put right in its settlement.' });
  }
  if (decidedOn > context.today) throw invalidField('/decidedOn', 'grant-agreement.not-decided-yet', { ko: '결정(통보)일이 오늘보다 뒤입니다.', en: 'The day of the decision lies in the future.' });
  const [call, lines] = [await getCall(tx, callId), await linesOfCall(tx, callId)];
  const before = await wholeOf(tx, agreement);
  const after = amended(before, draft);
  await requireOpenStages(tx, agreementId, stagesTouched(before, after));
  requirePlan(after.plan, after.terms, lines);
  return { agreement, call, lines, before, after };
}

async function judgeAmendment(tx: Tx, context: CommandContext, { agreement, call, before, after }: Amendment): Promise<Verdict[]> {
  const deltas = lineDeltas(before.plan.lines, after.plan.lines);
  const standing = (await linesOfAgreement(tx, agreement.id)).map((line) => ({ ...line, afterWon: won(line.plannedWon + (deltas.get(bookLineKey(line)) ?? 0n)) }));
  const policies = await policiesOfCall(tx, call, context.today);
  const sourcesChanged = JSON.stringify(before.plan.sources, asText) !== JSON.stringify(after.plan.sources, asText);
  return [
    linesCoverWhatWasUsed(standing),
    ...(after.plan.lines.some(({ kind, stage }) => kind === 'CARRIED' && stage > 1) ? [carriedIsLeft(after.plan.lines, standing)] : []),
    ...(sourcesChanged ? judgePlanShares(call, policies, { plan: after.plan, institution: agreement.institution }, agreement.agreedOn) : []),
    await tranchesFitThePlan(tx, agreement.id, after.plan.sources),
  ];
}

const asText = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);
