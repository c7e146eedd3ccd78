import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A fact belongs to the command that states it, in its own transaction: an earlier or another one cannot be borrowed. */
export class Facts1763900600000 implements MigrationInterface {
  readonly name = 'Facts1763900600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OWN_COMMAND);
    for (const [table, commands] of Object.entries(STATED_BY)) {
      await runner.query(
        `create constraint trigger ${table}_own_command after insert on ${table} deferrable initially deferred
           for each row execute function fact_has_own_command(${[...commands.split(' '), 'policy.install'].map((command) => `'${command}'`).join(', ')})`,
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const OWN_COMMAND = `
  -- Two rows of one tick are of one transaction. The owner lays foundations and restores, and is not asked.
  create function fact_has_own_command() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if session_user <> current_user and not exists (
      select 1 from command_log c where c.id = new.command_id and c.outcome = 'DONE' and c.command = any (tg_argv) and c.seal_tick = new.seal_tick) then
      raise exception 'no command of this transaction states this row of %', tg_table_name
        using errcode = 'check_violation', constraint = tg_table_name || '_own_command';
    end if;
    return null;
  end $$;
`;

const REGISTER = 'fund-register.import';

/** Which commands may state which facts. A new table of facts, or a new command that adds to one, comes with a migration. */
const STATED_BY: Readonly<Record<string, string>> = {
  approval_policy: 'approval-policy.decide',
  approval_event: 'approval.sign approval.recall',
  approval_signature: 'approval.sign approval.return',
  deputy: 'deputy.appoint',
  deputy_end: 'deputy.end',
  break_glass: 'break-glass.open',
  period_close: 'period.close',
  period_reopen: 'period.reopen',
  policy: `policy.decide programme.create fund.form ${REGISTER}`,
  fund: `fund.form ${REGISTER}`,
  fund_partner: `fund.form ${REGISTER}`,
  capital_call: `capital-call.issue ${REGISTER}`,
  capital_receipt: `capital-call.receive ${REGISTER}`,
  investment: `investment.record ${REGISTER}`,
  investment_void: 'investment.void',
  evidence: `evidence.attach investment.record ${REGISTER}`,
  classification: `classification.decide ${REGISTER}`,
  investment_exit: REGISTER,
  distribution: REGISTER,
  valuation: REGISTER,
  fund_expense: REGISTER,
  import_run: REGISTER,
  document: 'document.upload',
  bank_account: 'bank-account.register',
  bank_account_close: 'bank-account.close',
};
