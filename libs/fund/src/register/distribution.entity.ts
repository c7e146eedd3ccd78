import type { LocalDate } from '#libs/calendar';
import { Witnessed, wonColumn } from '#libs/database';
import type { Won } from '#libs/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('distribution')
export class DistributionEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'fund_id' })
  fundId!: string;

  @Column('smallint')
  number!: number;

  @Column('uuid', { name: 'partner_id' })
  partnerId!: string;

  @Column('date', { name: 'paid_on' })
  paidOn!: LocalDate;

  @Column('bigint', { name: 'amount_won', transformer: wonColumn })
  amountWon!: Won;

  @Column('text', { nullable: true })
  source!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;
}
