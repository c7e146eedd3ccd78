import { Witnessed, wonColumn } from '#libs/database';
import type { Won } from '#libs/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('carry_payment')
export class CarryPaymentEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'run_id' })
  runId!: string;

  @Column('uuid', { name: 'partner_id' })
  partnerId!: string;

  @Column('bigint', { name: 'amount_won', transformer: wonColumn })
  amountWon!: Won;
}
