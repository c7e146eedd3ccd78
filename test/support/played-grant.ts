import { registered } from './bank-accounts.js';
import { Client, type Answer } from './client.js';
import { expenseRow, record, review } from './expenses.js';
import { agreementForm, concludedAgreement, openedCall, type TestCall } from './grants.js';
import { MOVED_LINES, type GrantDeed } from './grant-model.js';
import { designated, draftRun, exportedRun, stepRun } from './payments.js';
import { NOWHERE } from './routes.js';
import { today } from './services.js';
import { collectRecovery, recoveryPage, SME_FORM } from './settlements.js';
import { withSql } from './sql.js';

const finance = Client.as('finance');
const YEAR = Number(today().slice(0, 4));
const REASON = '무작위 시험에서 되돌림';

/** An agreement to which deeds are done over HTTP, each by whoever may do it. */
export class PlayedGrant {
  readonly expenses: string[] = [];
  readonly interests: string[] = [];
  readonly ownShares: string[] = [];
  readonly tranches: string[] = [];
  recoveryId = NOWHERE;

  private constructor(readonly call: TestCall, readonly id: string) {}

  /** TV-12's agreement over this year, with accounts to pay from and to. */
  static async begin(): Promise<PlayedGrant> {
    const call = await openedCall({ fiscalYear: YEAR });
    await designated(call.book);
    const { id } = await concludedAgreement(call.id, SME_FORM, agreementForm);
    const { rows } = await withSql('OWNER', (sql) => sql.query<{ id: string; name: string }>('select p.id, p.name from grant_agreement a join party p on p.id = a.party_id where a.id = $1', [id]));
    await registered({ partyId: rows[0]?.id ?? NOWHERE, holder: rows[0]?.name ?? '' });
    return new PlayedGrant(call, id);
  }

  /** The answer of the last step; null where there was nothing to do it with. */
  async play(deed: GrantDeed): Promise<Answer | null> {
    const amountWon = deed.amount.toString();
    switch (deed.kind) {
      case 'spend':
        return this.spend(MOVED_LINES[deed.line] ?? '', amountWon);
      case 'undo':
        return finance.post(`/grant-expenses/${around(this.expenses, deed.index)}/void`, { reason: REASON });
      case 'review':
        return this.review(around(this.expenses, deed.index), deed.amount);
      case 'transfer':
        return this.transfer(deed, amountWon);
      case 'interest':
        return this.kept(this.interests, await finance.post(`/grant-agreements/${this.id}/interest`, { time: 'DURING', earnedOn: `${YEAR}-06-30`, earnedWon: amountWon }), ({ interest }) => interest.id as string);
      case 'give-interest':
        return finance.post(`/grant-interest/${around(this.interests, deed.index)}/uses`, { purpose: 'TREASURY', amountWon, usedOn: `${YEAR}-07-01` });
      case 'own':
        return this.kept(this.ownShares, await finance.post(`/grant-agreements/${this.id}/own-shares`, { amountWon, receivedOn: `${YEAR}-02-01`, reference: '입금' }), ({ id }) => id as string);
      case 'reverse-own':
        return finance.post(`/grant-own-shares/${around(this.ownShares, deed.index)}/reversal`, { reason: REASON });
      case 'tranche':
        return this.decide(amountWon);
      case 'void-tranche':
        return finance.post(`/grant-tranches/${around(this.tranches, deed.index)}/void`, { reason: REASON });
      case 'pay':
        return this.pay();
      case 'suspend':
      case 'resume':
        return finance.post(`/grant-agreements/${this.id}/${deed.kind}`, { happenedOn: today(), reason: REASON });
      case 'receive':
        return collectRecovery(this.recoveryId, 'receive', { amountWon, valueOn: today() });
      case 'reverse-receipt':
        return this.reverseReceipt(deed.index);
      case 'remit':
        return collectRecovery(this.recoveryId, 'remit', { amountWon, remittedOn: today(), noticeNumber: '0001' });
      case 'write-off':
        return collectRecovery(this.recoveryId, 'write-off', { reason: REASON });
    }
  }

  private async reverseReceipt(index: number): Promise<Answer> {
    const receipts = ((await recoveryPage(this.recoveryId)).movements as { id: string; kind: string }[]).filter(({ kind }) => kind === 'RECEIVED');
    return finance.post(`/grant-recovery-receipts/${around(receipts.map(({ id }) => id), index)}/reversal`, { reason: REASON });
  }

  private async spend(line: string, supplyWon: string): Promise<Answer> {
    const answer = await record(this.call.id, [expenseRow(this.id, { line, supplyWon, vatWon: '0', spentOn: `${YEAR}-03-10` })]);
    return this.kept(this.expenses, answer, ({ recorded }) => recorded[0].id as string);
  }

  private async review(expenseId: string, wanted: bigint): Promise<Answer> {
    const { rows } = await withSql('OWNER', (sql) => sql.query<{ amount: string }>('select amount_won as amount from grant_expense where id = $1', [expenseId]));
    const spent = BigInt(rows[0]?.amount ?? 0);
    const disallowed = wanted < spent ? wanted : spent;
    return review(this.call.id, [{ expenseId, decision: disallowed === spent ? 'DISALLOWED' : 'PARTLY', disallowedWon: disallowed.toString(), reason: '용도 외', clause: '사용 기준 제73조' }]);
  }

  private transfer({ line }: GrantDeed, amountWon: string): Promise<Answer> {
    const [from, to] = [MOVED_LINES[line], MOVED_LINES[(line + 1) % MOVED_LINES.length]];
    return finance.post(`/grant-agreements/${this.id}/notices`, { decidedOn: today(), reason: REASON, transfers: [{ fiscalYear: YEAR, from, to, amountWon }] });
  }

  /** Planned and asked for by the maker, decided by the checker. */
  private async decide(amountWon: string): Promise<Answer> {
    const planned = await finance.post(`/grant-agreements/${this.id}/tranches`, { tranches: [{ fiscalYear: YEAR, label: '회차', amountWon, plannedOn: `${YEAR}-01-05` }] });
    if (planned.status !== 201) return planned;
    const { tranches } = (await finance.get(`/grant-agreements/${this.id}/tranches`)).body as { tranches: { id: string; state: string }[] };
    const id = tranches.find(({ state }) => state === 'PLANNED')?.id ?? NOWHERE;
    const asked = await finance.post(`/grant-tranches/${id}/request`, {});
    if (asked.status >= 400) return asked;
    return this.kept(this.tranches, await Client.as('checker').post(`/grant-tranches/${id}/decision`, { amountWon, payFrom: today() }), () => id);
  }

  /** One run of all that is owed. */
  private async pay(): Promise<Answer | null> {
    const { rows } = await withSql('OWNER', (sql) => sql.query<{ id: string; amount: string }>(`select d.id, d.amount_won as amount from payable d join payable_state s on s.payable_id = d.id where d.book = $1 and s.state = 'OWED'`, [this.call.book]));
    if (rows.length === 0) return null;
    const [payableIds, totalWon] = [rows.map(({ id }) => id), rows.reduce((total, { amount }) => total + BigInt(amount), 0n).toString()];
    const preview = await draftRun(this.call.book, { payableIds, totalWon, dryRun: true });
    if (preview.status !== 201) return preview;
    const run = await exportedRun(this.call.book, payableIds, totalWon);
    return stepRun(run.id, 'confirm', { paidOn: today() });
  }

  private kept(list: string[], answer: Answer, pick: (body: Answer['body']) => string): Answer {
    if (answer.status < 300) list.push(pick(answer.body));
    return answer;
  }
}

const around = (list: readonly string[], index: number): string => list[index % list.length] ?? NOWHERE;
