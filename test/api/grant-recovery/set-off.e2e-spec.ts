import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Ask, type Json } from '../../support/client.js';
import { untiedGrants } from '../../support/grant-ties.js';
import { agreementForm, concludedAgreement, made } from '../../support/grants.js';
import { concludedProject, decidedRelease, openedPool, provenDeposit, withdraw } from '../../support/matching-money.js';
import { draftRun, exportedRun, stepRun } from '../../support/payments.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { today } from '../../support/services.js';
import { collectRecovery, demanded, recoveryPage, SME_FORM, TV12 } from '../../support/settlements.js';
import { balanceOf, refusalOf, withSql } from '../../support/sql.js';

type Demanded = Awaited<ReturnType<typeof demanded>>;
const YEAR = Number(today().slice(0, 4));
const [finance, checker] = [Client.as('finance'), Client.as('checker')];
const setOff = (recoveryId: string, trancheId: string, amountWon: string, ask: Omit<Ask, 'body'> = {}, dryRun = false): Promise<Answer> =>
  finance.post(`/grant-recoveries/${recoveryId}/set-off`, { trancheId, amountWon, dryRun }, ask);

/** Another project of the institution that owes, still under way this year, with a tranche decided. */
async function nextProject({ call }: Demanded, organisation: Json, amountWon: string): Promise<{ agreementId: string; trancheId: string; payableId: string }> {
  const { id: agreementId } = await concludedAgreement(call.id, { ...SME_FORM, periodTo: `${YEAR}-12-31`, title: '후속 과제', organisation }, agreementForm);
  made('a plan', await finance.post(`/grant-agreements/${agreementId}/tranches`, { tranches: [{ fiscalYear: YEAR, label: '선급', amountWon, plannedOn: today() }] }));
  const { tranches } = made('the tranches', await finance.get(`/grant-agreements/${agreementId}/tranches`)) as { tranches: { id: string }[] };
  const trancheId = tranches[0]?.id ?? '';
  made('the request', await finance.post(`/grant-tranches/${trancheId}/request`, {}));
  made('the decision', await checker.post(`/grant-tranches/${trancheId}/decision`, { amountWon, payFrom: today() }));
  return { agreementId, trancheId, payableId: await standingDebt(trancheId) };
}

const standingDebt = (trancheId: string): Promise<string> =>
  withSql('OWNER', async (sql) => (await sql.query<{ id: string }>(`select payable_id as id from payable_state where subject_id = $1 and state <> 'WITHDRAWN'`, [trancheId])).rows[0]?.id ?? '');
const trancheOf = async (agreementId: string): Promise<Json> => ((await finance.get(`/grant-agreements/${agreementId}/tranches`)).body.tranches as Json[])[0] ?? {};

describe('setting a recovery off', () => {
  itIsClosedTo('checker', 'setOffGrantRecovery', (client) => client.post(`/grant-recoveries/${NOWHERE}/set-off`, { trancheId: NOWHERE, amountWon: '1' }));
  itIsClosedTo('admin', 'listGrantSetOffChoices', (client) => client.get(`/grant-recoveries/${NOWHERE}/set-off-choices`));
  itFindsNothingAt((id) => setOff(id, NOWHERE, '1'));
  itFindsNothingAt((id) => finance.get(`/grant-recoveries/${id}/set-off-choices`));

  describe('against a later tranche of the institution', () => {
    let claim: Demanded;
    let next: Awaited<ReturnType<typeof nextProject>>;
    const account = (chart: string, part?: string) => balanceOf(claim.call.account(chart, part));

    beforeAll(async () => {
      const organisation = (agreementForm() as { organisation: Json }).organisation;
      claim = await demanded({ ...TV12, form: { ...TV12.form, organisation } });
      next = await nextProject(claim, organisation, '20000000');
    }, 120_000);

    it('offers what the institution is owed', async () => {
      const choices = await finance.get(`/grant-recoveries/${claim.recoveryId}/set-off-choices`);
      expect(choices.body).toEqual([{ trancheId: next.trancheId, agreementNumber: expect.stringMatching(/^PT-/), label: '선급', dueOn: today(), owedWon: '20000000' }]);
    });

    itWritesOncePerKey((ask, variation) => setOff(claim.recoveryId, next.trancheId, variation === 'first' ? '1315000' : '1315010', ask));

    it('counts as paid and as received, lowers what is transferred, and is held for the Treasury', async () => {
      const tried = await setOff(claim.recoveryId, next.trancheId, '2000000', {}, true);
      expect([tried.status, tried.body.after.openWon, tried.body.verdicts.map(({ rule, result }: Json) => [rule, result])]).toEqual([201, '8000000', [['set-off-is-not-by-who-decided', 'PASS']]]);
      expectStatus(await setOff(claim.recoveryId, next.trancheId, '2000000'), 201);
      expect(await recoveryPage(claim.recoveryId)).toMatchObject({ openWon: '8000000', settledWon: '3315000', heldWon: '3315000', movements: [{ kind: 'OFFSET', amountWon: '1315000' }, { kind: 'OFFSET', amountWon: '2000000' }] });
      expect(await trancheOf(next.agreementId)).toMatchObject({ amountWon: '20000000', payment: 'OWED', setOffWon: '3315000' });
      expect([await account('grant.recovery-receivable', claim.recoveryId), await account('grant.recovered-cash'), await account('grant.payable', next.agreementId)]).toEqual([8_000_000n, 3_315_000n, 16_685_000n]);
      expect([await account('grant.project-government', next.agreementId), await account('grant.project-returned', claim.agreement.id)]).toEqual([3_315_000n, 3_315_000n]);
      expect(await untiedGrants([claim.call.id])).toEqual([]);
      // What was set off is paid: at the end of the year only the rest is open.
      const { years } = (await finance.get(`/grant-calls/${claim.call.id}/years`)).body as { years: { fiscalYear: number; open: Json[] }[] };
      expect(years.find(({ fiscalYear }) => fiscalYear === YEAR)?.open).toContainEqual(expect.objectContaining({ agreementId: next.agreementId, openWon: '146685000', decidedWon: '16685000' }));
      expectStatus(await collectRecovery(claim.recoveryId, 'remit', { amountWon: '3315000', remittedOn: today(), noticeNumber: `SO-${claim.recoveryId.slice(0, 8)}` }), 201);
    });

    it('takes no more than is open or owed, from nobody else, and nothing that a run has taken', async () => {
      expect(refusal(await setOff(claim.recoveryId, next.trancheId, '8000001'))).toEqual([400, 'grant-recovery.more-than-there-is', '/amountWon']);
      const stranger = await nextProject(claim, (agreementForm() as { organisation: Json }).organisation, '5000000');
      expect(refusal(await setOff(claim.recoveryId, stranger.trancheId, '1000'))).toEqual([400, 'grant-recovery.owed-to-somebody-else', '/trancheId']);
      expect(refusal(await finance.post(`/grant-tranches/${next.trancheId}/void`, { reason: '결정 취소' }))).toEqual([409, 'grant-tranche.set-off']);
      const drafted = made('a run', await draftRun(claim.call.book, { payableIds: [await standingDebt(next.trancheId)], totalWon: '16685000' }));
      expect(refusal(await setOff(claim.recoveryId, next.trancheId, '1000'))).toEqual([409, 'payable.not-owed']);
      expectStatus(await stepRun(drafted.id as string, 'void', { reason: '다시 묶음' }), 200);
      const run = await exportedRun(claim.call.book, [await standingDebt(next.trancheId)], '16685000');
      expectStatus(await stepRun(run.id, 'confirm', { paidOn: today() }), 200);
      expect(await trancheOf(next.agreementId)).toMatchObject({ payment: 'PAID', setOffWon: '3315000' });
      expect(await account('grant.project-government', next.agreementId)).toBe(20_000_000n);
      expect(await untiedGrants([claim.call.id])).toEqual([]);
      // A report whose facts and books differ does not come out.
      expectStatus(await Client.as('auditor').get(`/reports/grant-settlement/${claim.call.id}`), 200);
    });
  });

  it('is judged by the database as well: its debtor, its tranche, and not by who decided', async () => {
    const organisation = (agreementForm() as { organisation: Json }).organisation;
    const claim = await demanded({ ...TV12, form: { ...TV12.form, organisation } });
    const [own, stranger] = [await nextProject(claim, organisation, '3000000'), await nextProject(claim, (agreementForm() as { organisation: Json }).organisation, '3000000')];
    const state = (trancheId: string, kind = 'OFFSET') => async (client: { query(sql: string): Promise<unknown> }): Promise<void> => {
      const [movementId, commandId] = [randomUUID(), randomUUID()];
      await client.query(`insert into grant_recovery_movement (id, recovery_id, kind, amount_won, value_on, known_at, command_id) values ('${movementId}', '${claim.recoveryId}', '${kind}', 1000, current_date, now(), '${commandId}')`);
      await client.query(`insert into grant_set_off (movement_id, recovery_id, tranche_id, amount_won, known_at, command_id) values ('${movementId}', '${claim.recoveryId}', '${trancheId}', 1000, now(), '${commandId}')`);
      await client.query('set constraints grant_set_off_stands immediate');
    };
    const refused = (constraint: string) => ({ code: '23514', constraint });
    expect(await refusalOf('APPLICATION', state(stranger.trancheId))).toEqual(refused('grant_set_off_of_the_debtor'));
    expect(await refusalOf('APPLICATION', state(own.trancheId, 'SURCHARGED'))).toEqual(refused('grant_set_off_of_the_debtor'));
    expect(await refusalOf('APPLICATION', state(own.trancheId))).toEqual(refused('grant_set_off_within_tranche'));
    const alone = `insert into grant_recovery_movement (id, recovery_id, kind, amount_won, value_on, known_at, command_id) values (gen_random_uuid(), '${claim.recoveryId}', 'OFFSET', 1000, current_date, now(), gen_random_uuid())`;
    const offset = async (client: { query(sql: string): Promise<unknown> }): Promise<void> => {
      await client.query(alone);
      await client.query('set constraints grant_offset_has_its_tranche immediate');
    };
    expect(await refusalOf('APPLICATION', offset)).toEqual(refused('grant_offset_has_its_tranche'));
    expect((await refusalOf('APPLICATION', 'update grant_set_off set amount_won = 1'))?.code).toBe('42501');
  });

  it('of a claw-back in a pool comes out of its project too: books and report tie', async () => {
    const pool = await openedPool();
    const project = await concludedProject(pool, { privateWon: '100000000' });
    await provenDeposit(project, '100000000');
    await decidedRelease(project, '60000000');
    const { clawbackId } = made('the withdrawal', await withdraw(project, '50000000')) as { clawbackId: string };
    const { recovery } = made('the decision', await checker.post(`/matching-clawbacks/${clawbackId}/decision`, { amountWon: '20000000', noticeOn: today() })) as { recovery: { id: string } };
    const [choice] = (await finance.get(`/grant-recoveries/${recovery.id}/set-off-choices`)).body as Json[];
    made('the set-off', await setOff(recovery.id, choice?.trancheId as string, '20000000'));
    expect([await balanceOf(project.account('grant.project-returned')), await untiedGrants([pool.id])]).toEqual([20_000_000n, []]);
    expectStatus(await Client.as('auditor').get(`/reports/grant-settlement/${pool.id}`), 200);
  });

  it('closes an agreement that is settled for good to further money', async () => {
    const claim = await demanded();
    const receipt = `insert into grant_own_share (id, agreement_id, source, amount_won, received_on, reference, known_at, command_id) values (gen_random_uuid(), '${claim.agreement.id}', 'OWN', 1, current_date, '뒤늦은 입금', now(), gen_random_uuid())`;
    expect(await refusalOf('APPLICATION', receipt)).toEqual({ code: '23514', constraint: 'grant_agreement_takes_money' });
    const answer = await finance.post(`/grant-agreements/${claim.agreement.id}/own-shares`, { amountWon: '1', receivedOn: today(), reference: '뒤늦은 입금' });
    expect(refusal(answer)).toEqual([409, 'grant-agreement.settled-for-good']);
  });
});
