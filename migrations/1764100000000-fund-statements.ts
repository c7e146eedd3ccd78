import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The facts of a fund that imports alone used to state are now stated by live commands as well. */
export class FundStatements1764100000000 implements MigrationInterface {
  readonly name = 'FundStatements1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, commands] of Object.entries(STATED_BY)) {
      await runner.query(`select facts_stated_by('${table}', ${commands.split(' ').map((command) => `'${command}'`).join(', ')})`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const REGISTER = 'fund-register.import';

/** Whole lists: said again, they replace what was said before. */
const STATED_BY: Readonly<Record<string, string>> = {
  policy: `policy.decide programme.create fund.form ${REGISTER} voucher-year.open voucher-term.decide voucher-roster.import agreement.amend waterfall-term.decide`,
  fund_partner: `fund.form ${REGISTER} commitment.transfer`,
  capital_receipt: `capital-call.receive ${REGISTER} capital-call.match`,
  investment: `investment.record ${REGISTER} investment.convert`,
  investment_exit: `${REGISTER} investment.rescind exit.record escrow.receive`,
  distribution: `${REGISTER} distribution.pay distribution.reverse carry.claw-back`,
  valuation: `${REGISTER} valuation.record exit.record`,
  fund_expense: `${REGISTER} expense.pay due-diligence.settle`,
};
