import type { LocalDate } from '#libs/calendar';
import { Witnessed, wonColumn } from '#libs/database';
import type { Won } from '#libs/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExitKind } from './register.js';

@Entity('investment_exit')
export class InvestmentExitEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'investment_id' })
  investmentId!: string;

  @Column('text')
  kind!: ExitKind;

  @Column('date', { name: 'exited_on' })
  exitedOn!: LocalDate;

  @Column('bigint', { nullable: true })
  shares!: string | null;

  @Column('bigint', { name: 'proceeds_won', transformer: wonColumn })
  proceedsWon!: Won;

  @Column('bigint', { name: 'cost_won', transformer: wonColumn })
  costWon!: Won;

  @Column('bigint', { name: 'expense_won', transformer: wonColumn })
  expenseWon!: Won;

  @Column('text', { nullable: true })
  counterparty!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;
}
