import type { LocalDate } from '#libs/calendar';
import { Witnessed, wonColumn } from '#libs/database';
import type { Won } from '#libs/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TermsRecord } from '../../waterfall/terms.model.js';
import type { PlanRecord } from '../plan.model.js';

@Entity('distribution_run')
export class DistributionRunEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'fund_id' })
  fundId!: string;

  @Column('smallint')
  number!: number;

  @Column('text')
  kind!: 'PAYOUT' | 'CLAWBACK';

  @Column('date', { name: 'paid_on' })
  paidOn!: LocalDate;

  @Column('bigint', { name: 'amount_won', transformer: wonColumn })
  amountWon!: Won;

  @Column('bigint', { name: 'carry_won', transformer: wonColumn })
  carryWon!: Won;

  @Column('bigint', { name: 'recallable_won', transformer: wonColumn })
  recallableWon!: Won;

  @Column('text')
  source!: string;

  @Column('boolean', { name: 'obligation_met' })
  obligationMet!: boolean;

  @Column('jsonb')
  terms!: TermsRecord;

  @Column('jsonb')
  plan!: PlanRecord;

  @Column('char', { length: 64 })
  sha256!: string;
}
