import { Witnessed, wonColumn } from '#libs/database';
import type { Won } from '#libs/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('carry_clawback')
export class CarryClawbackEntity extends Witnessed {
  @PrimaryColumn('uuid', { name: 'run_id' })
  runId!: string;

  @Column('bigint', { name: 'carry_paid_won', transformer: wonColumn })
  carryPaidWon!: Won;

  @Column('bigint', { name: 'hurdle_shortfall_won', transformer: wonColumn })
  hurdleShortfallWon!: Won;

  @Column('bigint', { name: 'beyond_share_won', transformer: wonColumn })
  beyondShareWon!: Won;

  @Column('bigint', { name: 'tax_won', transformer: wonColumn })
  taxWon!: Won;

  @Column('bigint', { name: 'amount_won', transformer: wonColumn })
  amountWon!: Won;
}
