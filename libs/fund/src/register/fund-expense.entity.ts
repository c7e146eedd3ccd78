import type { LocalDate } from '#libs/calendar';
import { Witnessed, wonColumn } from '#libs/database';
import type { Won } from '#libs/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExpenseKind } from './register.js';

@Entity('fund_expense')
export class FundExpenseEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'fund_id' })
  fundId!: string;

  @Column('text')
  kind!: ExpenseKind;

  @Column('text')
  label!: string;

  @Column('date', { name: 'period_from', nullable: true })
  periodFrom!: LocalDate | null;

  @Column('date', { name: 'period_to', nullable: true })
  periodTo!: LocalDate | null;

  @Column('bigint', { name: 'base_won', nullable: true, transformer: wonColumn })
  baseWon!: Won | null;

  @Column('text', { nullable: true })
  rate!: string | null;

  @Column('bigint', { name: 'billed_won', nullable: true, transformer: wonColumn })
  billedWon!: Won | null;

  @Column('date', { name: 'paid_on' })
  paidOn!: LocalDate;

  @Column('bigint', { name: 'paid_won', transformer: wonColumn })
  paidWon!: Won;

  @Column('text', { nullable: true })
  note!: string | null;
}
